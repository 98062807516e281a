-- The client's week, computed. Nothing here is a fact of its own: emptying the kept rows changes no page.
create schema ledger;
grant usage on schema ledger to ${appRole};

-- A change that can move a decision leaves one row here, in its own transaction. Rows are only added, so no writer ever
-- waits for a reader; whoever decides the week again removes exactly the rows it saw before it read the facts.
create table ledger.stale (
    organization_id uuid not null,
    client_id uuid not null,
    week_start date not null,              -- the Monday; a payer's week that begins elsewhere is decided inside it
    id uuid not null,
    primary key (organization_id, client_id, week_start, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
call platform.wall('ledger.stale', 'select, insert, delete');

-- One row per client and week. Its lock is what keeps two readers from deciding the same week at once.
create table ledger.kept_week (
    organization_id uuid not null,
    client_id uuid not null,
    week_start date not null,
    contract_id uuid,                      -- of the week's first day that a payer covers
    rule_set text,
    rule_version text,
    input_hash bytea not null,             -- SHA-256 of the facts it was decided from
    prescribed_minutes int,
    needed_minutes int,                    -- what this payer asks of a week; absent where it asks nothing
    scheduled_minutes int not null,
    attended_minutes int not null,
    documented_minutes int not null,
    countable_minutes int not null,
    day_states text not null,              -- seven letters from Monday on: B, H, N, P, or a dot for no session
    billable_cents bigint not null,
    held_cents bigint not null,
    lost_cents bigint not null,
    decided_at timestamptz not null,
    valid_until timestamptz,               -- when time itself changes the answer: a session ends, a day begins
    frozen_at timestamptz,
    primary key (organization_id, client_id, week_start),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index kept_week_start on ledger.kept_week (organization_id, week_start);
create index kept_week_expiry on ledger.kept_week (organization_id, client_id, week_start) where valid_until is not null;
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
    authorized_units numeric(8, 2) not null,  -- drawn from the authorization by this day
    state text not null check (state in ('BILLABLE', 'NOT_BILLABLE', 'HOLD', 'PLANNED')),
    reason text,                           -- stable code of the first failing predicate
    fix text,                              -- the smallest change that makes the day billable
    owner text,                            -- the role in whose inbox the fix lies
    owner_staff_id uuid,                   -- the person, where it is one: the lead of a session whose note is missing
    session_id uuid,                       -- the session the fix is about
    expected_cents bigint not null,        -- what the day is, or would be, charged at
    primary key (organization_id, client_id, local_date),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index kept_day_week on ledger.kept_day (organization_id, week_start);
create index kept_day_open on ledger.kept_day (organization_id, owner, local_date) where state in ('HOLD', 'NOT_BILLABLE');
create index kept_day_authorization on ledger.kept_day (organization_id, authorization_id)
    where authorization_id is not null;
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

-- Published, and current only for weeks that the ledger's door has settled in the same transaction.
create view ledger.public_day with (security_invoker = true) as
    select organization_id, client_id, local_date, week_start, contract_id, scheduled_minutes, attended_minutes,
           documented_minutes, countable_minutes, authorization_id, authorized_units, state, reason, fix, owner,
           owner_staff_id, session_id, expected_cents
      from ledger.kept_day;
create view ledger.public_line with (security_invoker = true) as
    select organization_id, client_id, local_date, number, session_id, procedure_code, revenue_code, modifiers, units,
           charge_cents
      from ledger.kept_line;
grant select on ledger.public_day, ledger.public_line to ${appRole};
