-- Why a client was given a seat although a room, a payer or a pair that is kept apart spoke against it.
create table sessions.passed_over (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    track_id uuid,                         -- of an enrollment
    session_id uuid,                       -- of one seat
    kinds text[] not null,
    reason bytea not null,                 -- sealed
    at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, track_id) references sessions.track (organization_id, id) on delete cascade,
    foreign key (organization_id, session_id) references sessions.session (organization_id, id) on delete cascade,
    check ((track_id is null) <> (session_id is null))
);
create index passed_over_session on sessions.passed_over (organization_id, session_id);
create index passed_over_track on sessions.passed_over (organization_id, track_id);
call platform.wall('sessions.passed_over', 'select, insert');
