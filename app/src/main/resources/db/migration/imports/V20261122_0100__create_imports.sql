create schema imports;
grant usage on schema imports to ${appRole};

-- What each source said of a client when it was last taken. Importing the same again changes nothing, not even what
-- somebody has corrected here since; only a source that says something new is listened to.
create table imports.taken (
    organization_id uuid not null,
    client_id uuid not null,
    kind text not null check (kind in ('CLIENT', 'COVERAGE', 'DIAGNOSIS', 'SCORE', 'AUTHORIZATION')),
    source_id text not null,
    content_hash bytea not null,           -- SHA-256 of what the source said
    primary key (organization_id, client_id, kind, source_id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
call platform.wall('imports.taken', 'select, insert, update');

-- One import started on the page; it works in the background and reports here.
create table imports.run (
    organization_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    site_id uuid not null,
    files int not null check (files > 0),
    files_done int not null default 0,
    started_at timestamptz not null,
    seen_at timestamptz not null,          -- moves while it works: a killed program leaves it standing still
    ended_at timestamptz,
    report text,                           -- JSON: file names, counts, reasons; no person's data but the file names
    primary key (organization_id, id),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id)
);
create index run_started on imports.run (organization_id, started_at);
call platform.wall('imports.run', 'select, insert, update');
