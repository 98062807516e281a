create schema sessions;
grant usage on schema sessions to ${appRole};

create table sessions.track (
    organization_id uuid not null,
    id uuid not null,
    program_id uuid not null,
    site_id uuid not null,
    name text not null,
    retired_at timestamptz,
    primary key (organization_id, id),
    unique (organization_id, site_id, name),
    foreign key (organization_id, program_id) references organizations.program (organization_id, id),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id)
);
call platform.wall('sessions.track', 'select, insert, update');

-- A block of the week: local time and the site's zone. Dated sessions are made from it ahead of time.
create table sessions.pattern (
    organization_id uuid not null,
    id uuid not null,
    track_id uuid not null,
    day_of_week int not null check (day_of_week between 1 and 7),   -- 1 is Monday
    starts time not null,
    minutes int not null check (minutes between 5 and 1440),
    title text not null,
    service_type text not null,            -- GROUP_THERAPY, EDUCATION_GROUP …: the words of the payer rules
    modality text not null check (modality in ('IN_PERSON', 'VIDEO')),
    room_id uuid,
    lead_id uuid not null,
    co_lead_id uuid check (co_lead_id <> lead_id),
    from_date date not null,
    to_date date,
    primary key (organization_id, id),
    foreign key (organization_id, track_id) references sessions.track (organization_id, id),
    foreign key (organization_id, room_id) references organizations.room (organization_id, id),
    foreign key (organization_id, lead_id) references organizations.staff (organization_id, id),
    foreign key (organization_id, co_lead_id) references organizations.staff (organization_id, id)
);
create index pattern_track on sessions.pattern (organization_id, track_id);
call platform.wall('sessions.pattern', 'select, insert, update');

create table sessions.session (
    organization_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    track_id uuid,
    pattern_id uuid,
    title text not null,
    service_type text not null,
    modality text not null check (modality in ('IN_PERSON', 'VIDEO')),
    room_id uuid,
    local_date date not null,              -- the site's day: money and attendance go by it
    zone text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    shifted boolean not null default false,  -- the local time did not exist that day and moved forward
    cancelled_at timestamptz,
    cancel_reason text,
    primary key (organization_id, id),
    unique (organization_id, pattern_id, local_date),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id),
    foreign key (organization_id, track_id) references sessions.track (organization_id, id),
    foreign key (organization_id, pattern_id) references sessions.pattern (organization_id, id),
    foreign key (organization_id, room_id) references organizations.room (organization_id, id),
    check ((cancelled_at is null) = (cancel_reason is null))
);
create index session_day on sessions.session (organization_id, site_id, local_date);
call platform.wall('sessions.session', 'select, insert, update');

create table sessions.facilitator (
    organization_id uuid not null,
    session_id uuid not null,
    staff_id uuid not null,
    part text not null check (part in ('LEAD', 'CO')),
    primary key (organization_id, session_id, staff_id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id),
    foreign key (organization_id, staff_id) references organizations.staff (organization_id, id)
);
create index facilitator_staff on sessions.facilitator (organization_id, staff_id);
call platform.wall('sessions.facilitator', 'select, insert, delete');

create table sessions.enrollment (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    episode_id uuid not null,
    track_id uuid not null,
    from_date date not null,
    to_date date check (to_date >= from_date),
    primary key (organization_id, id),
    unique (organization_id, client_id, track_id, from_date),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, episode_id) references episodes.episode (organization_id, id),
    foreign key (organization_id, track_id) references sessions.track (organization_id, id)
);
create index enrollment_track on sessions.enrollment (organization_id, track_id);
call platform.wall('sessions.enrollment', 'select, insert, update');

-- Who is expected. Removed people stay, with a reason: notes and events hang on them.
create table sessions.seat (
    organization_id uuid not null,
    session_id uuid not null,
    client_id uuid not null,
    local_date date not null,
    source text not null check (source in ('TRACK', 'WALK_IN', 'MAKE_UP', 'PLANNED')),
    removed_at timestamptz,
    removed_reason text,
    primary key (organization_id, session_id, client_id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    check ((removed_at is null) = (removed_reason is null))
);
create index seat_client on sessions.seat (organization_id, client_id, local_date);
call platform.wall('sessions.seat', 'select, insert, update');

create view sessions.public_track with (security_invoker = true) as
    select organization_id, id, program_id, site_id, name from sessions.track;
create view sessions.public_session with (security_invoker = true) as
    select organization_id, id, site_id, track_id, title, service_type, modality, room_id, local_date, zone, starts_at,
           ends_at, cancelled_at, cancel_reason, shifted
      from sessions.session;
create view sessions.public_facilitator with (security_invoker = true) as
    select organization_id, session_id, staff_id, part from sessions.facilitator;
create view sessions.public_enrollment with (security_invoker = true) as
    select organization_id, client_id, episode_id, track_id, from_date, to_date from sessions.enrollment;
-- Published: everyone expected in a session that takes place.
create view sessions.public_roster with (security_invoker = true) as
    select e.organization_id, e.session_id, e.client_id, e.local_date, e.source
      from sessions.seat e
      join sessions.session s on s.organization_id = e.organization_id and s.id = e.session_id
     where e.removed_at is null and s.cancelled_at is null;
-- Published: everyone who ever was on a roster, as lists show them.
create view sessions.public_seat with (security_invoker = true) as
    select organization_id, session_id, client_id, local_date, source, removed_at, removed_reason from sessions.seat;
grant select on sessions.public_track, sessions.public_session, sessions.public_facilitator,
    sessions.public_enrollment, sessions.public_roster, sessions.public_seat to ${appRole};
