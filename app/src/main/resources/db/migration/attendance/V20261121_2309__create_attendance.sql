create schema attendance;
grant usage on schema attendance to ${appRole};

-- Appended, never overwritten. Each event carries what stands after it, so the latest one tells the whole mark;
-- a correction is a new event with a reason.
create table attendance.event (
    organization_id uuid not null,
    id uuid not null,
    session_id uuid not null,
    client_id uuid not null,
    number int not null check (number > 0),          -- 1, 2, 3 … of this client in this session
    kind text not null check (kind in ('CHECK_IN', 'CHECK_OUT', 'ABSENCE', 'CORRECTION')),
    status text not null check (status in ('PRESENT', 'ABSENT', 'EXCUSED', 'EXPECTED')),
    arrived_at timestamptz,
    left_at timestamptz,
    method text not null check (method in ('STAFF', 'KIOSK', 'QR', 'TEXT', 'VIDEO', 'ESTIMATED')),
    reason text,
    account_id uuid not null,
    recorded_at timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, session_id, client_id, number),
    foreign key (organization_id, session_id, client_id)
        references sessions.seat (organization_id, session_id, client_id),
    check (kind <> 'CORRECTION' or reason is not null),
    check (status <> 'PRESENT' or arrived_at is not null),
    check (left_at is null or left_at >= arrived_at)
);
call platform.wall('attendance.event', 'select, insert');

-- What stands now, one row per client and session, written with each event in its transaction. Derived: a test makes
-- it again from the events.
create table attendance.mark (
    organization_id uuid not null,
    session_id uuid not null,
    client_id uuid not null,
    local_date date not null,
    status text not null check (status in ('PRESENT', 'ABSENT', 'EXCUSED', 'EXPECTED')),
    arrived_at timestamptz,
    left_at timestamptz,
    estimated boolean not null,            -- the leaving was not seen; the session's end stands for it
    last_event int not null,
    primary key (organization_id, session_id, client_id),
    foreign key (organization_id, session_id, client_id)
        references sessions.seat (organization_id, session_id, client_id)
);
create index mark_client on attendance.mark (organization_id, client_id, local_date);
-- Who is still there: what is closed when the session is over.
create index mark_here on attendance.mark (organization_id, session_id) where status = 'PRESENT' and left_at is null;
call platform.wall('attendance.mark', 'select, insert, update');

create view attendance.public_mark with (security_invoker = true) as
    select organization_id, session_id, client_id, local_date, status, arrived_at, left_at, estimated
      from attendance.mark;
grant select on attendance.public_mark to ${appRole};
