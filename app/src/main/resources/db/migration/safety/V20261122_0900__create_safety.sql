create schema safety;
grant usage on schema safety to ${appRole};

-- That somebody may be in danger: who saw it, and by when somebody must have acted. What was seen is sealed.
create table safety.flag (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    kind text not null check (kind in
        ('SUICIDE', 'SELF_HARM', 'VIOLENCE', 'OVERDOSE', 'WITHDRAWAL', 'ABUSE', 'MEDICAL', 'DETERIORATION', 'OTHER')),
    level text not null check (level in ('IMMINENT', 'HIGH', 'WATCH')),
    source text not null check (source in ('STAFF', 'NOTE', 'MEASURE', 'CLIENT')),
    words bytea not null,
    raised_at timestamptz not null,
    raised_by uuid not null,
    raised_by_name text not null,
    due_at timestamptz not null,
    owner_id uuid,                         -- the account that has it; absent while nobody has
    owner_name text,
    closed_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    check ((owner_id is null) = (owner_name is null))
);
create index flag_client on safety.flag (organization_id, client_id);
create index flag_standing on safety.flag (organization_id, client_id) where closed_at is null;
create index flag_open on safety.flag (organization_id, due_at) where closed_at is null;
call platform.wall('safety.flag', 'select, insert, update');

-- What was done about it, in order. Only added.
create table safety.step (
    organization_id uuid not null,
    id uuid not null,
    flag_id uuid not null,
    kind text not null check (kind in ('TAKEN', 'SEEN', 'CALLED', 'NOT_REACHED', 'EMERGENCY', 'PLAN_REVIEWED', 'CLOSED')),
    words bytea,
    at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    primary key (organization_id, id),
    foreign key (organization_id, flag_id) references safety.flag (organization_id, id)
);
create index step_flag on safety.step (organization_id, flag_id);
call platform.wall('safety.step', 'select, insert');

-- Who is on call at a site, from when. The newest row holds.
create table safety.on_call (
    organization_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    account_id uuid not null,
    account_name text not null,
    phone text not null,
    from_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id)
);
create index on_call_site on safety.on_call (organization_id, site_id, from_at desc);
call platform.wall('safety.on_call', 'select, insert');

-- Published: that a flag stands, how high, and by when; never what was seen.
create view safety.public_flag with (security_invoker = true) as
    select organization_id, id, client_id, kind, level, raised_at, due_at, owner_name
      from safety.flag where closed_at is null;
grant select on safety.public_flag to ${appRole};
