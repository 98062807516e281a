-- What a shift hands to the next, what it has to do, and why a group was larger than it may be. Prose is sealed.
create schema whiteboard;
grant usage on schema whiteboard to ${appRole};

-- Signed by who goes; nothing of it changes.
create table whiteboard.hand_over (
    organization_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    local_date date not null,
    words bytea not null,                  -- the five boxes, sealed
    hash bytea not null,                   -- SHA-256 over what was signed
    signed_at timestamptz not null,
    signed_by uuid not null,
    signed_by_name text not null,
    primary key (organization_id, id),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id)
);
create index hand_over_site on whiteboard.hand_over (organization_id, site_id, signed_at desc);
call platform.wall('whiteboard.hand_over', 'select, insert');

-- Each box that the one who comes has read; the sixth row is the signature under all of them.
create table whiteboard.receipt (
    organization_id uuid not null,
    hand_over_id uuid not null,
    box text not null check (box in ('SAFETY', 'CENSUS', 'INCIDENTS', 'TASKS', 'FOLLOW_UPS', 'ALL')),
    at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    primary key (organization_id, hand_over_id, box),
    foreign key (organization_id, hand_over_id) references whiteboard.hand_over (organization_id, id)
);
call platform.wall('whiteboard.receipt', 'select, insert');

-- What somebody has written of a hand-over and not signed yet.
create table whiteboard.draft (
    organization_id uuid not null,
    site_id uuid not null,
    account_id uuid not null,
    words bytea not null,
    saved_at timestamptz not null,
    primary key (organization_id, site_id, account_id),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id)
);
call platform.wall('whiteboard.draft', 'select, insert, update, delete');

create table whiteboard.task (
    organization_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    words bytea not null,
    made_at timestamptz not null,
    made_by_name text not null,
    owner_id uuid,                         -- the account that has it; absent while nobody has
    owner_name text,
    done_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id),
    check ((owner_id is null) = (owner_name is null))
);
create index task_open on whiteboard.task (organization_id, site_id, made_at) where done_at is null;
call platform.wall('whiteboard.task', 'select, insert, update');

-- That a group may be larger than its limit, this once, and why.
create table whiteboard.override (
    organization_id uuid not null,
    id uuid not null,
    session_id uuid not null,
    people int not null,
    at_most int not null,
    reason bytea not null,
    at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    primary key (organization_id, id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id)
);
create index override_session on whiteboard.override (organization_id, session_id);
call platform.wall('whiteboard.override', 'select, insert');
