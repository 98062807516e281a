create schema walled;

create procedure walled.wall(tenant_table text)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format('create policy organization_wall on %s'
        ' using (organization_id = current_setting(''app.organization'')::uuid)'
        ' with check (organization_id = current_setting(''app.organization'')::uuid)', tenant_table);
end
$$;

create table walled.sign_in_session (
    token_hash bytea primary key,
    organization_id uuid not null,
    account_id uuid not null,
    strength text not null,
    created_at timestamptz not null,
    active_at timestamptz not null
);

create table walled.account (
    organization_id uuid not null,
    id uuid not null,
    display_name text not null,
    locked_at timestamptz,
    primary key (organization_id, id)
);

create table walled.account_role (
    organization_id uuid not null,
    account_id uuid not null,
    role text not null,
    primary key (organization_id, account_id, role),
    foreign key (organization_id, account_id) references walled.account (organization_id, id)
);

create table walled.request (
    organization_id uuid not null,
    account_id uuid not null,
    key uuid not null,
    content_hash bytea not null,
    at timestamptz not null,
    primary key (organization_id, account_id, key)
);
create index on walled.request (organization_id, at);

create table walled.audit (
    organization_id uuid not null,
    id uuid not null,
    at timestamptz not null,
    transaction_id xid8 not null default pg_current_xact_id(),
    account_id uuid not null,
    action text not null,
    purpose text not null,
    client_id uuid,
    object_type text not null,
    object_id uuid,
    count int not null default 1,
    primary key (organization_id, at, id)
);
create index on walled.audit (organization_id, transaction_id, id);
create index on walled.audit (organization_id, client_id, at);

create table walled.client (
    organization_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    program int not null,
    active boolean not null,
    record_number text not null,
    family_name text not null,
    given_name text not null,
    birth_date date not null,
    admitted_on date not null,
    ordered_minutes_week int not null,
    primary key (organization_id, id)
);
create index on walled.client (organization_id, site_id, program) where active;

create table walled.authorization_grant (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    number text not null,
    from_date date not null,
    to_date date not null,
    units_granted int not null,
    units_used int not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references walled.client (organization_id, id)
);
create index on walled.authorization_grant (organization_id, client_id, to_date);

create table walled.session (
    organization_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    service_date date not null,
    starts time not null,
    minutes int not null,
    title text not null,
    facilitator_id uuid not null,
    status char(1) not null default 'O',
    present_count int not null default 0,
    primary key (organization_id, id)
);
create index on walled.session (organization_id, site_id, service_date);

create table walled.attendance (
    organization_id uuid not null,
    id uuid not null,
    session_id uuid not null,
    client_id uuid not null,
    site_id uuid not null,
    service_date date not null,
    status char(1) not null,
    check_in timestamptz,
    minutes int not null,
    primary key (organization_id, id),
    unique (organization_id, session_id, client_id),
    foreign key (organization_id, session_id) references walled.session (organization_id, id),
    foreign key (organization_id, client_id) references walled.client (organization_id, id)
);
create index on walled.attendance (organization_id, client_id, service_date);
create index on walled.attendance (organization_id, site_id, service_date);

create table walled.note (
    organization_id uuid not null,
    id uuid not null,
    session_id uuid not null,
    client_id uuid not null,
    author_id uuid not null,
    service_date date not null,
    status char(1) not null,
    signed_at timestamptz,
    body text not null,
    primary key (organization_id, id),
    unique (organization_id, session_id, client_id),
    foreign key (organization_id, session_id) references walled.session (organization_id, id),
    foreign key (organization_id, client_id) references walled.client (organization_id, id)
);
create index on walled.note (organization_id, client_id, service_date);

create table walled.service_line (
    organization_id uuid not null,
    id uuid not null,
    session_id uuid not null,
    client_id uuid not null,
    site_id uuid not null,
    authorization_id uuid,
    service_date date not null,
    revenue_code char(4) not null,
    procedure_code char(5) not null,
    units int not null,
    charge_cents int not null,
    primary key (organization_id, id),
    foreign key (organization_id, session_id) references walled.session (organization_id, id),
    foreign key (organization_id, client_id) references walled.client (organization_id, id),
    foreign key (organization_id, authorization_id) references walled.authorization_grant (organization_id, id)
);
create index on walled.service_line (organization_id, client_id, service_date);

create table walled.measure (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    taken_on date not null,
    kind smallint not null,
    score smallint not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references walled.client (organization_id, id)
);
create index on walled.measure (organization_id, client_id, kind, taken_on);

call walled.wall('walled.account');
call walled.wall('walled.account_role');
call walled.wall('walled.request');
call walled.wall('walled.audit');
call walled.wall('walled.client');
call walled.wall('walled.authorization_grant');
call walled.wall('walled.session');
call walled.wall('walled.attendance');
call walled.wall('walled.note');
call walled.wall('walled.service_line');
call walled.wall('walled.measure');
