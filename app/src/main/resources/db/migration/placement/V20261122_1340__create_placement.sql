create schema placement;
grant usage on schema placement to ${appRole};

-- What somebody needs of a group, whether they wait or have a place.
create table placement.preference (
    organization_id uuid not null,
    client_id uuid not null,
    languages text[] not null,             -- in which they follow a group
    tags text[] not null,                  -- what is true of them and a group may be reserved for
    musts text[] not null,                 -- what their group has to be reserved for
    wishes text[] not null,                -- what they would like it to be reserved for
    free jsonb not null,                   -- times of the week that they can come; empty: any
    modalities text[] not null,
    travel_minutes int not null check (travel_minutes between 0 and 600),   -- one way
    primary key (organization_id, client_id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
call platform.wall('placement.preference', 'select, insert, update');

-- Who waits for a place. Who left the list stays on record with the reason.
create table placement.waiting (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    since date not null,
    reasons text[] not null check (cardinality(reasons) > 0),
    note bytea not null,                   -- sealed
    left_at timestamptz,
    left_reason text,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    check ((left_at is null) = (left_reason is null))
);
-- Nobody waits twice.
create unique index waiting_open on placement.waiting (organization_id, client_id) where left_at is null;
call platform.wall('placement.waiting', 'select, insert, update');

-- Two who must not sit in one group. Why is sealed and seen by few.
create table placement.pair (
    organization_id uuid not null,
    id uuid not null,
    one_id uuid not null,
    other_id uuid not null check (other_id > one_id),
    reason bytea not null,                 -- sealed
    made_at timestamptz not null,
    made_by_name text not null,
    lifted_at timestamptz,
    lifted_by_name text,
    primary key (organization_id, id),
    foreign key (organization_id, one_id) references clients.client (organization_id, id),
    foreign key (organization_id, other_id) references clients.client (organization_id, id),
    check ((lifted_at is null) = (lifted_by_name is null))
);
create unique index pair_open on placement.pair (organization_id, one_id, other_id) where lifted_at is null;
call platform.wall('placement.pair', 'select, insert, update');

-- Whom a track is for; absent: adults in English.
create table placement.track_terms (
    organization_id uuid not null,
    track_id uuid not null,
    language text not null,
    youngest int not null check (youngest between 0 and 130),
    oldest int not null check (oldest between youngest and 130),
    reserved_for text[] not null,
    seats int check (seats > 0),           -- the program's own limit, beside room, licence and payers
    primary key (organization_id, track_id),
    foreign key (organization_id, track_id) references sessions.track (organization_id, id)
);
call platform.wall('placement.track_terms', 'select, insert, update');

-- Somebody has a place that no proposal changes.
create table placement.pin (
    organization_id uuid not null,
    client_id uuid not null,
    track_id uuid not null,
    days int[] not null check (cardinality(days) between 1 and 7 and days <@ array[1, 2, 3, 4, 5, 6, 7]),
    pinned_at timestamptz not null,
    pinned_by_name text not null,
    primary key (organization_id, client_id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, track_id) references sessions.track (organization_id, id)
);
call platform.wall('placement.pin', 'select, insert, update, delete');

-- A search for places: what was asked, how far it is, and what it proposes.
create table placement.search (
    organization_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    whole boolean not null,                -- moves those who have a place too
    question bytea not null,               -- sealed
    started_at timestamptz not null,
    started_by_name text not null,
    seconds int not null,                  -- how long it may look
    people int not null default 0,         -- the best so far
    minutes int not null default 0,
    found_at timestamptz,
    first_fit_minutes int,                 -- what the way by hand would place
    result bytea,                          -- sealed; the proposal with its reasons
    finished_at timestamptz,
    failed boolean not null default false,
    primary key (organization_id, id),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id)
);
create index search_site on placement.search (organization_id, site_id, started_at desc);
call platform.wall('placement.search', 'select, insert, update');

-- Places of a proposal that staff took, together.
create table placement.acceptance (
    organization_id uuid not null,
    id uuid not null,
    search_id uuid not null,
    from_date date not null,
    before jsonb not null,                 -- by client: the bookings that gave way, and the row of the waiting list
    clients uuid[] not null,
    accepted_at timestamptz not null,
    accepted_by_name text not null,
    undone_at timestamptz,
    undone_by_name text,
    primary key (organization_id, id),
    foreign key (organization_id, search_id) references placement.search (organization_id, id),
    check ((undone_at is null) = (undone_by_name is null))
);
create index acceptance_search on placement.acceptance (organization_id, search_id);
call platform.wall('placement.acceptance', 'select, insert, update');

-- One row a site: whoever accepts places holds it, so that two cannot fill the last seat at once.
create table placement.desk (
    organization_id uuid not null,
    site_id uuid not null,
    primary key (organization_id, site_id),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id)
);
call platform.wall('placement.desk', 'select, insert, update');
