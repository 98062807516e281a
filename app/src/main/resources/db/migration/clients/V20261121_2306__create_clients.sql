create schema clients;
grant usage on schema clients to ${appRole};

create table clients.client (
    organization_id uuid not null references organizations.organization,
    id uuid not null,
    site_id uuid not null,
    record_number text not null,           -- what staff say on the phone: C-1042
    given_name text not null,
    family_name text not null,
    pronouns text,
    birth_date date not null,
    sex text not null check (sex in ('F', 'M', 'U')),
    phone text,
    email text,
    address_line text,
    city text,
    state text,
    postal_code text,
    source_system text,                    -- where an import found the person, so that the second import changes nothing
    source_id text,
    created_at timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, record_number),
    unique (organization_id, source_system, source_id),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id)
);
create index client_site on clients.client (organization_id, site_id);
create index client_name on clients.client (organization_id, lower(family_name) text_pattern_ops);
call platform.wall('clients.client', 'select, insert, update');

-- The last record number given in each organization; the row is locked until the client that takes it is committed.
create table clients.record_counter (
    organization_id uuid not null references organizations.organization,
    last_number int not null,
    primary key (organization_id)
);
call platform.wall('clients.record_counter', 'select, insert, update');

create table clients.contact (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    name text not null,
    relationship text not null,
    phone text,
    emergency boolean not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index contact_client on clients.contact (organization_id, client_id);
call platform.wall('clients.contact', 'select, insert, update, delete');

create table clients.coverage (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    contract_id uuid,                      -- absent: self-pay, or a payer without a contract yet
    payer_name text not null,              -- as the card or the import says
    member_id text not null,               -- empty: not known yet, and no claim can be made
    group_number text,
    priority int not null check (priority between 1 and 9),
    effective_from date not null,
    effective_to date,
    source_id text,
    primary key (organization_id, id),
    unique (organization_id, client_id, source_id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, contract_id) references payers.contract (organization_id, id)
);
create index coverage_client on clients.coverage (organization_id, client_id);
call platform.wall('clients.coverage', 'select, insert, update');

-- 42 CFR 2.31: each column is an element that the consent must carry. A row is never changed but for its revocation.
create table clients.consent (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    kind text not null check (kind in ('PAYMENT')),
    discloser text not null check (discloser <> ''),
    recipient text not null check (recipient <> ''),
    purpose text not null check (purpose <> ''),
    what text not null check (what <> ''), -- amount and kind of information
    channel text not null check (channel in ('PAPER', 'ELECTRONIC')),
    revocation_explained boolean not null check (revocation_explained),
    redisclosure_explained boolean not null check (redisclosure_explained),
    signed_by text not null check (signed_by <> ''),
    signer text not null check (signer in ('CLIENT', 'PARENT', 'GUARDIAN', 'REPRESENTATIVE')),
    signed_on date not null,
    expires_on date check (expires_on >= signed_on),  -- absent: no end; else until the end of that day at the site
    revoked_on date,
    recorded_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index consent_client on clients.consent (organization_id, client_id);
call platform.wall('clients.consent', 'select, insert, update');

create view clients.public_client with (security_invoker = true) as
    select organization_id, id, site_id, record_number, given_name, family_name, pronouns, birth_date, sex
      from clients.client;
create view clients.public_coverage with (security_invoker = true) as
    select organization_id, id, client_id, contract_id, payer_name, member_id, group_number, priority, effective_from,
           effective_to
      from clients.coverage;
create view clients.public_consent with (security_invoker = true) as
    select organization_id, client_id, kind, signed_on, expires_on, revoked_on from clients.consent;
grant select on clients.public_client, clients.public_coverage, clients.public_consent to ${appRole};
