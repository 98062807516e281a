-- Devices that stand in the building, and what is done at them. A device holds a secret; the table holds its hash.
create schema kiosk;
grant usage on schema kiosk to ${appRole};

create table kiosk.device (
    organization_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    kind text not null check (kind in ('KIOSK', 'WALL')),
    name text not null,                    -- where it stands: Front door
    pairing_hash bytea,                    -- of the link that makes a browser this device; taken away when it is used
    pairing_until timestamptz,
    token_hash bytea,                      -- SHA-256 of the device's secret; absent until it is paired
    made_by uuid not null,
    made_at timestamptz not null,
    paired_at timestamptz,
    seen_at timestamptz,
    revoked_at timestamptz,
    revoked_by uuid,
    primary key (organization_id, id),
    unique (organization_id, pairing_hash),
    unique (organization_id, token_hash),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id),
    check ((revoked_at is null) = (revoked_by is null)),
    check ((pairing_hash is null) = (pairing_until is null))
);
call platform.wall('kiosk.device', 'select, insert, update');

-- Answers at a device that led to nobody: how many, never which.
create table kiosk.miss (
    organization_id uuid not null,
    id uuid not null,
    device_id uuid not null,               -- or the session whose code was tried
    at timestamptz not null,
    primary key (organization_id, id)
);
create index miss_device on kiosk.miss (organization_id, device_id, at);
call platform.wall('kiosk.miss', 'select, insert, delete');

-- "I am not OK", pressed by somebody who did not say who they are.
create table kiosk.call (
    organization_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    device_id uuid not null,
    raised_at timestamptz not null,
    taken_at timestamptz,
    taken_by uuid,
    taken_by_name text,
    primary key (organization_id, id),
    foreign key (organization_id, device_id) references kiosk.device (organization_id, id),
    check ((taken_at is null) = (taken_by is null))
);
create index call_open on kiosk.call (organization_id, raised_at) where taken_at is null;
call platform.wall('kiosk.call', 'select, insert, update');

-- Presses without a connection that belonged to nobody who was expected: a slip of the thumb, or somebody to look for.
create table kiosk.stray (
    organization_id uuid not null,
    id uuid not null,
    device_id uuid not null,
    kind text not null check (kind in ('CHECK_IN', 'CHECK_OUT')),
    at timestamptz not null,
    recorded_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, device_id) references kiosk.device (organization_id, id)
);
create index stray_device on kiosk.stray (organization_id, device_id, at);
call platform.wall('kiosk.stray', 'select, insert');
