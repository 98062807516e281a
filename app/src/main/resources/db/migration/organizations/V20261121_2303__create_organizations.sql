create schema organizations;
grant usage on schema organizations to ${appRole};

create table organizations.organization (
    organization_id uuid not null references platform.organization,
    name text not null,
    npi text check (npi ~ '^[0-9]{10}$'),
    tax_id text check (tax_id ~ '^[0-9]{9}$'),
    taxonomy text check (taxonomy ~ '^[0-9A-Z]{10}$'),
    address_line text,
    city text,
    state text check (state ~ '^[A-Z]{2}$'),
    postal_code text,
    phone text,
    created_at timestamptz not null,
    primary key (organization_id)
);
call platform.wall('organizations.organization', 'select, insert, update');

create table organizations.site (
    organization_id uuid not null references organizations.organization,
    id uuid not null,
    name text not null,
    time_zone text not null,               -- of the site, never derived from a state
    npi text check (npi ~ '^[0-9]{10}$'),
    address_line text,
    city text,
    state text check (state ~ '^[A-Z]{2}$'),
    postal_code text,
    retired_at timestamptz,
    primary key (organization_id, id),
    unique (organization_id, name)
);
call platform.wall('organizations.site', 'select, insert, update');

create table organizations.room (
    organization_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    name text not null,
    capacity int not null check (capacity > 0),
    retired_at timestamptz,
    primary key (organization_id, id),
    unique (organization_id, site_id, name),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id)
);
call platform.wall('organizations.room', 'select, insert, update');

create table organizations.program (
    organization_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    name text not null,
    level_of_care text not null check (level_of_care in ('IOP', 'PHP', 'OP')),
    setting text not null,                 -- as the payer rules know it: HOPD_ON_CAMPUS, OTP_FREESTANDING, …
    program_type text not null,            -- IOP, IOP_PSYCHIATRIC, IOP_SUD, ASAM_2.1, …
    part_2 boolean not null,               -- 42 CFR Part 2: nothing leaves for a payer without consent
    license_rule_set text,
    offered_days int not null check (offered_days between 1 and 7),
    hours_per_day numeric(4, 2) not null check (hours_per_day > 0),
    nationally_accredited boolean,
    bhp_caseload int,
    bhmp_on_site_share numeric(4, 3),
    started_on date,
    retired_at timestamptz,
    primary key (organization_id, id),
    unique (organization_id, site_id, name),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id)
);
call platform.wall('organizations.program', 'select, insert, update');

create table organizations.staff (
    organization_id uuid not null,
    id uuid not null,
    given_name text not null,
    family_name text not null,
    npi text check (npi ~ '^[0-9]{10}$'),
    left_on date,
    primary key (organization_id, id),
    foreign key (organization_id) references organizations.organization
);
call platform.wall('organizations.staff', 'select, insert, update');

create table organizations.credential (
    organization_id uuid not null,
    id uuid not null,
    staff_id uuid not null,
    code text not null,                    -- LCSW, LPC, BHP, BHMP, RN, MD …
    number text,
    valid_from date,
    expires_on date,
    primary key (organization_id, id),
    unique (organization_id, staff_id, code, valid_from),
    foreign key (organization_id, staff_id) references organizations.staff (organization_id, id)
);
call platform.wall('organizations.credential', 'select, insert, update');

-- Published: staff as other rooms print them, with the credential that leads.
create view organizations.public_staff with (security_invoker = true) as
    select s.organization_id, s.id, s.given_name, s.family_name, s.left_on,
           (select string_agg(c.code, ', ' order by c.code)
              from organizations.credential c
             where c.organization_id = s.organization_id and c.staff_id = s.id) as credentials
      from organizations.staff s;
-- Published: sites, rooms and programs as lists join them.
create view organizations.public_site with (security_invoker = true) as
    select organization_id, id, name, time_zone from organizations.site;
create view organizations.public_room with (security_invoker = true) as
    select organization_id, id, site_id, name, capacity from organizations.room;
create view organizations.public_program with (security_invoker = true) as
    select organization_id, id, site_id, name, level_of_care, setting, program_type, part_2, license_rule_set,
           offered_days, hours_per_day, nationally_accredited, bhp_caseload, bhmp_on_site_share
      from organizations.program;
grant select on organizations.public_staff, organizations.public_site, organizations.public_room,
    organizations.public_program to ${appRole};
