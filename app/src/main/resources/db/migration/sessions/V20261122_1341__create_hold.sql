-- A seat that waits for an answer. It ends by itself: what is neither taken nor released counts only until then.
create table sessions.hold (
    organization_id uuid not null,
    id uuid not null,
    session_id uuid not null,
    client_id uuid not null,
    held_until timestamptz not null,
    taken_at timestamptz,
    released_at timestamptz check (released_at is null or taken_at is null),
    primary key (organization_id, id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
-- One seat for one person: a hold that ran out is released before the next.
create unique index hold_open on sessions.hold (organization_id, session_id, client_id)
    where taken_at is null and released_at is null;
call platform.wall('sessions.hold', 'select, insert, update');

create view sessions.public_hold with (security_invoker = true) as
    select organization_id, id, session_id, client_id, held_until from sessions.hold
     where taken_at is null and released_at is null;
grant select on sessions.public_hold to ${appRole};
