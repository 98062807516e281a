-- A calendar that somebody subscribed to by a secret address. Only the hash of the secret is kept.
create table sessions.feed (
    organization_id uuid not null,
    id uuid not null,
    staff_id uuid,
    client_id uuid,
    token_hash bytea not null,
    created_at timestamptz not null,
    created_by uuid not null,
    revoked_at timestamptz,
    read_at timestamptz,
    hour_began timestamptz,
    hour_reads int not null default 0,
    primary key (organization_id, id),
    unique (organization_id, token_hash),
    foreign key (organization_id, staff_id) references organizations.staff (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    check ((staff_id is null) <> (client_id is null))
);
create unique index feed_of_staff on sessions.feed (organization_id, staff_id) where revoked_at is null;
create unique index feed_of_client on sessions.feed (organization_id, client_id) where revoked_at is null;
call platform.wall('sessions.feed', 'select, insert, update');
