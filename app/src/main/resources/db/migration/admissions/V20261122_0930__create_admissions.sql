create schema admissions;
grant usage on schema admissions to ${appRole};

-- What keeps somebody from coming, and what was done about it. One row stands per client and kind at a time.
create table admissions.barrier (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    kind text not null check (kind in ('TRANSPORT', 'CHILDCARE', 'COST', 'WORK', 'STIGMA', 'DEVICE')),
    paper_id uuid not null,                -- the signed paper that says so
    due_on date not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    closed_by_name text,
    answer bytea,                          -- what was done; sealed
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    check ((closed_at is null) = (closed_by_name is null))
);
create unique index barrier_open on admissions.barrier (organization_id, client_id, kind) where closed_at is null;
create index barrier_due on admissions.barrier (organization_id, due_on) where closed_at is null;
call platform.wall('admissions.barrier', 'select, insert, update');
