create schema downtime;
grant usage on schema downtime to ${appRole};

-- Who can open the files of the morning: two passphrases, sealed, because the desk and the clinicians read different
-- papers. Without one, its file is not written.
create table downtime.setting (
    organization_id uuid not null references organizations.organization,
    desk_passphrase bytea,
    clinical_passphrase bytea,
    kept_days int not null check (kept_days between 1 and 30),
    primary key (organization_id)
);
call platform.wall('downtime.setting', 'select, insert, update');

-- The code of a client on the sheets of one day: it names nobody to whoever finds a sheet's corner, and a slip of the
-- finger is noticed when it is typed in.
create table downtime.code (
    organization_id uuid not null,
    site_id uuid not null,
    local_date date not null,
    code text not null check (code ~ '^[0-9]{3}[A-Z]$'),
    client_id uuid not null,
    primary key (organization_id, site_id, local_date, code),
    unique (organization_id, site_id, local_date, client_id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id)
);
call platform.wall('downtime.code', 'select, insert');

-- Each pack that was made.
create table downtime.pack (
    organization_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    local_date date not null,
    made_at timestamptz not null,
    by_itself boolean not null,            -- at six in the morning
    people int not null,
    files text[] not null,                 -- names of the files in the folder
    problem text,                          -- why a file is not there
    primary key (organization_id, id),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id)
);
create unique index pack_morning on downtime.pack (organization_id, site_id, local_date) where by_itself;
create index pack_site on downtime.pack (organization_id, site_id, made_at);
call platform.wall('downtime.pack', 'select, insert, update');
