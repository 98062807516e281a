create schema benefits;
grant usage on schema benefits to ${appRole};

-- What a payer said of one coverage at one time. Never changed: who asks again adds a row, and the newest one counts.
create table benefits.verification (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    coverage_id uuid not null,
    way text not null check (way in ('PHONE', 'PORTAL', 'FILE')),
    at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    spoke_with text,
    reference text,                        -- the payer's number of the call or answer
    state text not null check (state in ('ACTIVE', 'INACTIVE', 'UNKNOWN')),
    network text not null check (network in ('IN', 'OUT', 'UNKNOWN')),
    plan text,
    limit_unit text check (limit_unit in ('DAYS', 'VISITS', 'HOURS')),
    limit_total int check (limit_total >= 0),
    limit_used int check (limit_used >= 0),
    deductible_applies boolean not null,
    deductible_cents bigint check (deductible_cents >= 0),
    deductible_met_cents bigint check (deductible_met_cents >= 0),
    maximum_cents bigint check (maximum_cents >= 0),
    maximum_met_cents bigint check (maximum_met_cents >= 0),
    copay_cents bigint check (copay_cents >= 0),
    coinsurance_percent int check (coinsurance_percent between 0 and 100),
    needs_authorization text not null check (needs_authorization in ('YES', 'NO', 'UNKNOWN')),
    carve_out text,                        -- who holds the behavioural benefit where it is somebody else
    carve_out_contact text,
    allowed_cents bigint check (allowed_cents >= 0),
    words bytea not null,                  -- sealed
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, coverage_id) references clients.coverage (organization_id, id),
    check ((limit_total is null) = (limit_unit is null))
);
create index verification_coverage on benefits.verification (organization_id, coverage_id, at);
create index verification_client on benefits.verification (organization_id, client_id, at);
call platform.wall('benefits.verification', 'select, insert');

-- When a client's coverage last changed: what was checked before that day holds no more.
create table benefits.turn (
    organization_id uuid not null,
    client_id uuid not null,
    at timestamptz not null,
    primary key (organization_id, client_id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
call platform.wall('benefits.turn', 'select, insert, update');

-- A question that went out (270), and what became of it. Its id is its trace number.
create table benefits.inquiry (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    coverage_id uuid not null,
    control_number bigint not null,        -- of the file that it stands in
    consent_id uuid,                       -- under which it was disclosed, where one was needed or there
    asked_at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    answered_at timestamptz,
    verification_id uuid,
    rejection text,                        -- why there is no answer, in words
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, coverage_id) references clients.coverage (organization_id, id),
    foreign key (organization_id, verification_id) references benefits.verification (organization_id, id),
    check (answered_at is null or (verification_id is null) <> (rejection is null))
);
create index inquiry_coverage on benefits.inquiry (organization_id, coverage_id, asked_at);
call platform.wall('benefits.inquiry', 'select, insert, update');

-- An estimate as it was given to a client: the paper itself, and what it says in figures.
create table benefits.estimate (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    kind text not null check (kind in ('PLAN', 'GOOD_FAITH')),
    days_per_week int not null check (days_per_week between 1 and 7),
    weeks int not null check (weeks between 1 and 52),
    per_day_cents bigint not null check (per_day_cents >= 0),
    total_cents bigint not null check (total_cents >= 0),
    at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    paper bytea not null,                  -- sealed PDF
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index estimate_client on benefits.estimate (organization_id, client_id, at);
call platform.wall('benefits.estimate', 'select, insert');
