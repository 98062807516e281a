create schema cashier;
grant usage on schema cashier to ${appRole};

-- The rules that hold for every client alike, from a day on. A change is a new row; what was decided by an old one stays.
create table cashier.policy (
    organization_id uuid not null references organizations.organization,
    id uuid not null,
    from_date date not null,
    day_rate_cents bigint not null check (day_rate_cents > 0),
    up_to_percent int[] not null,          -- classes by the percentage of the poverty guideline, ascending
    pays_percent int[] not null,           -- what each class pays of the rate
    nominal_cents bigint not null check (nominal_cents >= 0),  -- a day of the lowest class, where it pays nothing else
    second_above_cents bigint not null check (second_above_cents >= 0),
    statements_before int not null check (statements_before > 0),
    days_before int not null check (days_before > 0),
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (organization_id, id),
    check (array_length(up_to_percent, 1) = array_length(pays_percent, 1))
);
create index policy_from on cashier.policy (organization_id, from_date);
call platform.wall('cashier.policy', 'select, insert');

-- A fee by income: who lives on what, how it was shown, and the class that follows from it by the policy.
create table cashier.determination (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    household int not null check (household between 1 and 30),
    income_cents bigint not null check (income_cents >= 0),
    region text not null,
    proof text not null check (proof in ('PAY_STUBS', 'TAX_RETURN', 'BENEFIT_LETTER', 'STATEMENT')),
    words bytea not null,                  -- sealed
    guideline_year int not null,
    percent int not null,                  -- of the guideline
    pays_percent int not null check (pays_percent between 0 and 100),
    policy_id uuid not null,
    from_date date not null,
    to_date date not null check (to_date >= from_date),
    at timestamptz not null,
    account_name text not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, policy_id) references cashier.policy (organization_id, id)
);
create index determination_client on cashier.determination (organization_id, client_id, from_date);
call platform.wall('cashier.determination', 'select, insert');

-- A program day that no payer is asked for: the client's own, once.
create table cashier.day (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    local_date date not null,
    rate_cents bigint not null check (rate_cents > 0),
    discount_cents bigint not null check (discount_cents between 0 and rate_cents),
    determination_id uuid,
    at timestamptz not null,
    taken_back_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, determination_id) references cashier.determination (organization_id, id)
);
create unique index day_once on cashier.day (organization_id, client_id, local_date) where taken_back_at is null;
call platform.wall('cashier.day', 'select, insert, update');

create table cashier.receipt_counter (
    organization_id uuid not null references organizations.organization,
    last_number bigint not null,
    primary key (organization_id)
);
call platform.wall('cashier.receipt_counter', 'select, insert, update');

-- What came from a client. The number of a card is nowhere: the provider's own reference stands for it.
create table cashier.payment (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    receipt_number bigint not null,
    cents bigint not null check (cents > 0),
    method text not null check (method in ('CASH', 'CHECK', 'CARD')),
    reference text,                        -- number of the check, or the card provider's reference
    received_on date not null,
    at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    reversed_at timestamptz,
    reversed_by text,
    reversed_why text check (reversed_why in ('BOUNCED', 'DISPUTED', 'ENTERED_WRONGLY')),
    primary key (organization_id, id),
    unique (organization_id, receipt_number),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    check ((reversed_at is null) = (reversed_by is null) and (reversed_at is null) = (reversed_why is null))
);
create index payment_client on cashier.payment (organization_id, client_id, at);
create unique index payment_card on cashier.payment (organization_id, reference) where method = 'CARD';
call platform.wall('cashier.payment', 'select, insert, update');

-- Money that goes back or is given up. Above the policy's limit it takes a second person.
create table cashier.request (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    kind text not null check (kind in ('REFUND', 'BAD_DEBT', 'COURTESY')),
    cents bigint not null check (cents > 0),
    reason text not null,
    second boolean not null,
    asked_at timestamptz not null,
    asked_by uuid not null,
    asked_name text not null,
    answered_at timestamptz,
    answered_by uuid,
    approved boolean,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (approved is null)),
    check (not second or answered_by <> asked_by)
);
create index request_client on cashier.request (organization_id, client_id);
create index request_open on cashier.request (organization_id, asked_at) where answered_at is null;
call platform.wall('cashier.request', 'select, insert, update');

-- An agreement to pay what is owed in parts, without interest.
create table cashier.plan (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    total_cents bigint not null check (total_cents > 0),
    parts int not null check (parts between 2 and 24),
    every text not null check (every in ('WEEK', 'TWO_WEEKS', 'MONTH')),
    first_on date not null,
    agreed_at timestamptz not null,
    agreed_by text not null,
    ended_at timestamptz,
    ended_by text,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create unique index plan_open on cashier.plan (organization_id, client_id) where ended_at is null;
call platform.wall('cashier.plan', 'select, insert, update');

-- A statement as it was given.
create table cashier.statement (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    balance_cents bigint not null,
    made_on date not null,
    at timestamptz not null,
    account_name text not null,
    paper bytea not null,                  -- sealed PDF
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index statement_client on cashier.statement (organization_id, client_id, made_on);
call platform.wall('cashier.statement', 'select, insert');

-- Every move as it follows from what is on record; what is kept is this, entered when it happened.
create view cashier.derived with (security_invoker = true) as
    select d.organization_id, k.event, d.id as event_id, k.number, k.debit, k.credit, k.cents, d.client_id, k.at
      from cashier.day d
     cross join lateral (
           select e.event, v.number, v.debit, v.credit, e.sign * v.cents as cents, e.at
             from (values ('DAY_CHARGED', d.at, 1), ('DAY_TAKEN_BACK', d.taken_back_at, -1)) as e(event, at, sign)
            cross join (values (1, 'CLIENT', 'REVENUE', d.rate_cents), (2, 'DISCOUNT', 'CLIENT', d.discount_cents))
                as v(number, debit, credit, cents)
            where e.at is not null and v.cents <> 0) k
    union all
    select p.organization_id, e.event, p.id, 1, 'CASH', 'CLIENT', e.sign * p.cents, p.client_id, e.at
      from cashier.payment p
     cross join lateral (values ('PAID', p.at, 1), ('PAYMENT_REVERSED', p.reversed_at, -1)) as e(event, at, sign)
     where e.at is not null
    union all
    select r.organization_id, case r.kind when 'REFUND' then 'REFUNDED' else r.kind end, r.id, 1,
           case r.kind when 'REFUND' then 'CLIENT' when 'BAD_DEBT' then 'BAD_DEBT' else 'WRITE_OFF' end,
           case r.kind when 'REFUND' then 'CASH' else 'CLIENT' end, r.cents, r.client_id, r.answered_at
      from cashier.request r
     where r.approved;
grant select on cashier.derived to ${appRole};
