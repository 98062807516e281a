-- A day of a site is closed, and opened again with a reason; the last turn says how it stands. Both are facts: kept rows
-- may be thrown away, these never change.
create table ledger.day_turn (
    organization_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    local_date date not null,
    number int not null check (number > 0),   -- of this day of this site, so that two who press at once turn it once
    turn text not null check (turn in ('CLOSED', 'REOPENED')),
    turned_at timestamptz not null,
    account_id uuid not null,
    by_name text not null,
    reason text,
    primary key (organization_id, id),
    unique (organization_id, site_id, local_date, number),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id),
    check ((turn = 'REOPENED') = (reason is not null))
);
call platform.wall('ledger.day_turn', 'select, insert');

-- Each client's day as it stood when the day closed.
create table ledger.closed_day (
    organization_id uuid not null,
    turn_id uuid not null,
    client_id uuid not null,
    local_date date not null,
    rule_version text,
    attended_minutes int not null,
    countable_minutes int not null,
    state text not null check (state in ('BILLABLE', 'NOT_BILLABLE', 'HOLD', 'PLANNED')),
    reason text,
    fix text,
    owner text,
    expected_cents bigint not null,
    lines jsonb not null,
    hash bytea not null,                       -- SHA-256 of state, minutes, charge and lines
    primary key (organization_id, turn_id, client_id),
    foreign key (organization_id, turn_id) references ledger.day_turn (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
call platform.wall('ledger.closed_day', 'select, insert');

-- Froze nothing: a close is what freezes.
alter table ledger.kept_week drop column frozen_at;
