-- Who read and changed what. Rows are only ever inserted; a sealer chains the committed ones by hash.
create schema audit;
grant usage on schema audit to ${appRole};

create table audit.event (
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
    count int not null default 1,          -- an opened list is one row
    detail text,                           -- codes and counts, never names or free text
    primary key (organization_id, at, id)
) partition by range (at);
create index event_transaction on audit.event (organization_id, transaction_id, id);
create index event_client on audit.event (organization_id, client_id, at);
call platform.wall('audit.event', 'select, insert');

-- Opens the partition of one month; harmless where it is open. The application calls it ahead of time.
create function audit.open_month(day date) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    first date := date_trunc('month', day)::date;
    name text := format('audit.event_%s', to_char(first, 'YYYY_MM'));
begin
    if to_regclass(name) is null then
        execute format('create table %s partition of audit.event for values from (%L) to (%L)',
            name, first, first + interval '1 month');
        call platform.wall(name, 'select, insert');
    end if;
end
$$;
revoke all on function audit.open_month(date) from public;
grant execute on function audit.open_month(date) to ${appRole};
create table audit.event_other partition of audit.event default;
call platform.wall('audit.event_other', 'select, insert');

-- Where the chain of an organization stands: every row of an earlier transaction is sealed.
create table audit.horizon (
    organization_id uuid not null,
    next_transaction xid8 not null,
    sequence bigint not null,
    hash bytea not null,
    primary key (organization_id)
);
call platform.wall('audit.horizon', 'select, insert, update');

create table audit.seal (
    organization_id uuid not null,
    sequence bigint not null,
    event_at timestamptz not null,
    event_id uuid not null,
    hash bytea not null,                   -- SHA-256 over the hash before and the canonical form of the event
    primary key (organization_id, sequence),
    unique (organization_id, event_id)
);
call platform.wall('audit.seal', 'select, insert');

create table audit.checkpoint (
    organization_id uuid not null,
    sequence bigint not null,
    hash bytea not null,
    at timestamptz not null,
    signature bytea not null,              -- Ed25519 over organization, sequence, hash and time
    primary key (organization_id, sequence)
);
call platform.wall('audit.checkpoint', 'select, insert');
