-- A press that was made without a connection, came late and differs from what was recorded meanwhile. What stands
-- stays; somebody looks at both.
create table attendance.conflict (
    organization_id uuid not null,
    id uuid not null,
    session_id uuid not null,
    client_id uuid not null,
    kind text not null check (kind in ('CHECK_IN', 'CHECK_OUT')),
    method text not null check (method in ('STAFF', 'KIOSK', 'QR', 'TEXT', 'VIDEO')),
    at timestamptz not null,               -- when it was pressed, by the server's clock
    account_id uuid not null,              -- who pressed; a device's own id where the client did
    recorded_at timestamptz not null,
    settled_at timestamptz,
    settled_by uuid,
    primary key (organization_id, id),
    foreign key (organization_id, session_id, client_id)
        references sessions.seat (organization_id, session_id, client_id),
    check ((settled_at is null) = (settled_by is null))
);
create index conflict_open on attendance.conflict (organization_id, session_id) where settled_at is null;
call platform.wall('attendance.conflict', 'select, insert, update');
