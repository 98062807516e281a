-- The client's week, computed. Nothing here is a fact of its own: emptying the kept rows changes no page.
create schema ledger;
grant usage on schema ledger to ${appRole};

-- A change that can move a decision leaves one row here, in its own transaction.
create table ledger.stale (
    organization_id uuid not null,
    client_id uuid not null,
    week_start date not null,              -- the Monday; a payer's week that begins elsewhere is decided inside it
    primary key (organization_id, client_id, week_start),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
call platform.wall('ledger.stale', 'select, insert, delete');

create table ledger.kept_week (
    organization_id uuid not null,
    client_id uuid not null,
    week_start date not null,
    contract_id uuid,
    rule_set text,
    rule_version text,
    input_hash bytea not null,
    scheduled_minutes int not null,
    attended_minutes int not null,
    documented_minutes int not null,
    countable_minutes int not null,
    decided_at timestamptz not null,
    frozen_at timestamptz,
    primary key (organization_id, client_id, week_start),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
call platform.wall('ledger.kept_week', 'select, insert, update, delete');

create table ledger.kept_day (
    organization_id uuid not null,
    client_id uuid not null,
    local_date date not null,
    week_start date not null,
    contract_id uuid,
    scheduled_minutes int not null,
    attended_minutes int not null,
    documented_minutes int not null,
    countable_minutes int not null,
    authorization_id uuid,
    authorized_units int not null,         -- drawn from the authorization by this day
    state text not null check (state in ('BILLABLE', 'NOT_BILLABLE', 'HOLD', 'PLANNED')),
    reason text,                           -- stable code of the first failing predicate
    fix text,                              -- the smallest change that makes the day billable
    owner text,                            -- the role in whose inbox the fix lies
    expected_cents bigint not null,        -- what the day is charged at
    primary key (organization_id, client_id, local_date),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index kept_day_week on ledger.kept_day (organization_id, week_start);
call platform.wall('ledger.kept_day', 'select, insert, update, delete');

create table ledger.kept_line (            -- what a billable day is billed as
    organization_id uuid not null,
    client_id uuid not null,
    local_date date not null,
    number int not null,
    session_id uuid,
    procedure_code text,
    revenue_code text,
    modifiers text[] not null,
    units int not null check (units > 0),
    charge_cents bigint not null,
    primary key (organization_id, client_id, local_date, number),
    foreign key (organization_id, client_id, local_date)
        references ledger.kept_day (organization_id, client_id, local_date) on delete cascade
);
call platform.wall('ledger.kept_line', 'select, insert, delete');

create view ledger.public_day with (security_invoker = true) as
    select organization_id, client_id, local_date, week_start, contract_id, scheduled_minutes, attended_minutes,
           documented_minutes, countable_minutes, authorization_id, authorized_units, state, reason, fix, owner,
           expected_cents
      from ledger.kept_day;
create view ledger.public_line with (security_invoker = true) as
    select organization_id, client_id, local_date, number, session_id, procedure_code, revenue_code, modifiers, units,
           charge_cents
      from ledger.kept_line;
grant select on ledger.public_day, ledger.public_line to ${appRole};
