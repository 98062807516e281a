create schema billing;
grant usage on schema billing to ${appRole};

-- A file as it left or came, kept as it was. The same content twice is one file.
create table billing.file (
    organization_id uuid not null references organizations.organization,
    id uuid not null,
    kind text not null check (kind in ('837I', '837P', '835')),
    direction text not null check (direction in ('OUT', 'IN')),
    name text not null,
    sha256 bytea not null,
    content bytea not null,
    control_number bigint,                 -- ISA13 of what we send
    at timestamptz not null,
    account_id uuid not null,
    primary key (organization_id, id),
    unique (organization_id, kind, sha256),
    unique (organization_id, direction, control_number)
);
call platform.wall('billing.file', 'select, insert');

-- The next number of an interchange, taken under a row lock that also keeps two submissions apart.
create table billing.control_number (
    organization_id uuid not null references organizations.organization,
    next_number bigint not null,
    primary key (organization_id)
);
call platform.wall('billing.control_number', 'select, insert, update');

create table billing.claim (
    organization_id uuid not null,
    id uuid not null,
    number text not null,                  -- CLM01: what comes back on the remittance
    client_id uuid not null,
    contract_id uuid not null,
    file_id uuid not null,
    form text not null check (form in ('837I', '837P')),
    from_date date not null,
    through_date date not null check (through_date >= from_date),
    charge_cents bigint not null check (charge_cents >= 0),
    authorization_number text,
    submitted_at timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, number),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, contract_id) references payers.contract (organization_id, id),
    foreign key (organization_id, file_id) references billing.file (organization_id, id)
);
create index claim_client on billing.claim (organization_id, client_id);
call platform.wall('billing.claim', 'select, insert');

create table billing.claim_line (
    organization_id uuid not null,
    id uuid not null,
    claim_id uuid not null,
    number int not null,                   -- LX01
    client_id uuid not null,
    local_date date not null,
    session_id uuid,
    procedure_code text,
    revenue_code text,
    modifiers text[] not null,
    units int not null check (units > 0),
    charge_cents bigint not null check (charge_cents >= 0),
    primary key (organization_id, id),
    unique (organization_id, claim_id, number),
    -- Nothing is billed twice.
    unique nulls not distinct (organization_id, client_id, local_date, session_id, procedure_code, revenue_code),
    foreign key (organization_id, claim_id) references billing.claim (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
call platform.wall('billing.claim_line', 'select, insert');

create table billing.remittance (
    organization_id uuid not null,
    id uuid not null,
    file_id uuid not null,
    payer_name text not null,
    payer_code text,                       -- N104 of the payer, as it came
    trace text not null,                   -- TRN02
    method text not null,
    paid_on date,
    paid_cents bigint not null,
    posted_at timestamptz not null,
    primary key (organization_id, id),
    -- The same payment in another file is the same payment.
    unique nulls not distinct (organization_id, payer_name, trace, paid_cents, paid_on),
    foreign key (organization_id, file_id) references billing.file (organization_id, id)
);
call platform.wall('billing.remittance', 'select, insert');

-- What was taken from or added to the payment as a whole (PLB). Positive lowers it.
create table billing.provider_adjustment (
    organization_id uuid not null,
    remittance_id uuid not null,
    number int not null,
    reason text not null,
    reference text,
    amount_cents bigint not null,
    primary key (organization_id, remittance_id, number),
    foreign key (organization_id, remittance_id) references billing.remittance (organization_id, id)
);
call platform.wall('billing.provider_adjustment', 'select, insert');

-- One line of a remittance: posted to our claim, and to its line where the payer said which; or waiting for a person.
-- The postings of a remittance add up to its payment and its provider adjustments, to the cent.
create table billing.posting (
    organization_id uuid not null,
    id uuid not null,
    remittance_id uuid not null,
    number int not null,                   -- place in the remittance
    claim_number text not null,            -- CLP01 as it came
    payer_claim_number text,
    claim_status text not null,            -- CLP02; 22 takes an earlier payment back
    claim_id uuid,
    claim_line_id uuid,
    local_date date,
    procedure_code text,
    revenue_code text,
    charge_cents bigint not null,
    paid_cents bigint not null,
    patient_responsibility_cents bigint not null,
    remarks text[] not null,
    unmatched_reason text check (unmatched_reason in ('OTHER_PAYEE', 'UNKNOWN_CLAIM', 'OTHER_PAYER', 'LINE_NOT_FOUND')),
    primary key (organization_id, id),
    unique (organization_id, remittance_id, number),
    foreign key (organization_id, remittance_id) references billing.remittance (organization_id, id),
    foreign key (organization_id, claim_id) references billing.claim (organization_id, id),
    foreign key (organization_id, claim_line_id) references billing.claim_line (organization_id, id),
    check ((claim_id is null) = (unmatched_reason is not null)),
    check (claim_line_id is null or claim_id is not null)
);
create index posting_claim on billing.posting (organization_id, claim_id);
create index posting_line on billing.posting (organization_id, claim_line_id);
create index posting_unmatched on billing.posting (organization_id, remittance_id) where unmatched_reason is not null;
call platform.wall('billing.posting', 'select, insert');

create table billing.adjustment (
    organization_id uuid not null,
    posting_id uuid not null,
    number int not null,
    group_code text not null,              -- CO, PR, OA, PI
    reason_code text not null,             -- CARC
    amount_cents bigint not null,          -- what is taken off the charge; negative adds to it
    primary key (organization_id, posting_id, number),
    foreign key (organization_id, posting_id) references billing.posting (organization_id, id)
);
call platform.wall('billing.adjustment', 'select, insert');

-- Published: what became of a client's day at the payer. Answered: something was posted to a line of the day, or to its
-- claim as a whole.
create view billing.public_day with (security_invoker = true) as
    select l.organization_id, l.client_id, l.local_date, sum(l.charge_cents)::bigint as claimed_cents,
           coalesce(sum(p.paid), 0)::bigint as paid_cents, bool_or(p.postings > 0) as answered,
           coalesce(sum(p.patient), 0)::bigint as patient_cents
      from billing.claim_line l
      left join lateral (select sum(p.paid_cents) filter (where p.claim_line_id = l.id) as paid,
                                sum(p.patient_responsibility_cents) filter (where p.claim_line_id = l.id) as patient,
                                count(*) filter (where p.claim_line_id = l.id or p.claim_line_id is null) as postings
                           from billing.posting p
                          where p.organization_id = l.organization_id and p.claim_id = l.claim_id) p on true
     group by l.organization_id, l.client_id, l.local_date;
grant select on billing.public_day to ${appRole};
