create schema exchange;
grant usage on schema exchange to ${appRole};

-- What came, byte for byte, once however often it came.
create table exchange.content (
    organization_id uuid not null references organizations.organization,
    sha256 bytea not null check (length(sha256) = 32),
    content bytea not null,
    primary key (organization_id, sha256)
);
call platform.wall('exchange.content', 'select, insert');

-- Each time that a file came, whence, and what became of it.
create table exchange.arrival (
    organization_id uuid not null,
    id uuid not null,
    sha256 bytea not null,
    name text not null,
    source text not null check (source in ('UPLOAD', 'FOLDER', 'SFTP')),
    at timestamptz not null,
    state text not null check (state in ('CAME', 'TAKEN', 'QUARANTINED', 'SET_ASIDE')),
    kinds text[] not null,                 -- transactions in it: 835, 999, 277CA …
    words text[] not null,                 -- what it brought, or why it waits
    account_id uuid not null,
    set_aside_by uuid,
    set_aside_reason text,
    primary key (organization_id, id),
    foreign key (organization_id, sha256) references exchange.content (organization_id, sha256)
);
create index arrival_at on exchange.arrival (organization_id, at);
create index arrival_hash on exchange.arrival (organization_id, sha256);
create index arrival_waiting on exchange.arrival (organization_id, at) where state in ('CAME', 'QUARANTINED');
call platform.wall('exchange.arrival', 'select, insert, update');

-- A clearinghouse that files go to and come from by SFTP. The password is sealed; the server must show the very key
-- whose fingerprint is pinned here.
create table exchange.line (
    organization_id uuid not null references organizations.organization,
    id uuid not null,
    name text not null,
    host text not null,
    port int not null check (port between 1 and 65535),
    username text not null,
    password bytea not null,
    fingerprint text not null check (fingerprint like 'SHA256:%'),
    out_folder text not null,
    in_folder text not null,
    receiver_ids text[] not null,          -- whose files go out here (ISA08); none: all
    enabled boolean not null,
    last_run_at timestamptz,
    last_problem text,
    primary key (organization_id, id)
);
call platform.wall('exchange.line', 'select, insert, update');

-- A file of claims that went out, and where it lies now.
create table exchange.departure (
    organization_id uuid not null,
    file_id uuid not null,
    line_id uuid not null,
    at timestamptz not null,
    primary key (organization_id, file_id),
    foreign key (organization_id, line_id) references exchange.line (organization_id, id),
    foreign key (organization_id, file_id) references billing.file (organization_id, id)
);
call platform.wall('exchange.departure', 'select, insert');

-- A file that a line brought is not fetched again, whatever the server keeps.
create table exchange.fetched (
    organization_id uuid not null,
    line_id uuid not null,
    name text not null,
    bytes bigint not null,
    modified_at timestamptz not null,
    arrival_id uuid not null,
    primary key (organization_id, line_id, name, bytes, modified_at),
    foreign key (organization_id, line_id) references exchange.line (organization_id, id),
    foreign key (organization_id, arrival_id) references exchange.arrival (organization_id, id)
);
call platform.wall('exchange.fetched', 'select, insert');
