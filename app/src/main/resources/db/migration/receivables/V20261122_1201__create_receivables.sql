create schema receivables;
grant usage on schema receivables to ${appRole};

-- The ledger of money. One row moves an amount from one account to another, so that debits and credits are equal by
-- construction; a negative amount moves back. Rows are only ever added. Accounts: PAYER and CLIENT owe us; CASH came;
-- REVENUE was charged; CONTRACT, WRITE_OFF and INTEREST explain; UNMATCHED and PAYER_BALANCE are money whose claim, or
-- whose payment, is still to come.
create table receivables.transfer (
    organization_id uuid not null references organizations.organization,
    event text not null,                   -- what happened, and
    event_id uuid not null,                -- where it is on record
    number int not null,
    debit text not null,
    credit text not null,
    cents bigint not null check (cents <> 0),
    claim_id uuid,
    remittance_id uuid,
    at timestamptz not null,
    primary key (organization_id, event, event_id, number),
    foreign key (organization_id, claim_id) references billing.claim (organization_id, id),
    foreign key (organization_id, remittance_id) references billing.remittance (organization_id, id),
    check (debit <> credit),
    check (debit in ('PAYER', 'CLIENT', 'CASH', 'CONTRACT', 'WRITE_OFF', 'UNMATCHED', 'PAYER_BALANCE', 'INTEREST')),
    check (credit in ('PAYER', 'CLIENT', 'CASH', 'REVENUE', 'UNMATCHED'))
);
create index transfer_claim on receivables.transfer (organization_id, claim_id);
create index transfer_remittance on receivables.transfer (organization_id, remittance_id);
call platform.wall('receivables.transfer', 'select, insert');

-- What payer and client owe of a claim: the sums of its transfers, kept so that open claims are found without reading
-- the paid ones of all years. A test adds them up again.
create table receivables.balance (
    organization_id uuid not null,
    claim_id uuid not null,
    payer_cents bigint not null,
    client_cents bigint not null,
    primary key (organization_id, claim_id),
    foreign key (organization_id, claim_id) references billing.claim (organization_id, id)
);
create index balance_open on receivables.balance (organization_id, claim_id) where payer_cents <> 0;
create index balance_client on receivables.balance (organization_id, claim_id) where client_cents <> 0;
call platform.wall('receivables.balance', 'select, insert, update');

-- A person gives up what a payer does not pay, or asks the client for it. It takes a second person.
create table receivables.decision (
    organization_id uuid not null,
    id uuid not null,
    claim_id uuid not null,
    kind text not null check (kind in ('WRITE_OFF', 'BILL_CLIENT')),
    cents bigint not null check (cents > 0),
    reason text not null,
    asked_at timestamptz not null,
    asked_by uuid not null,
    answered_at timestamptz,
    answered_by uuid,
    approved boolean,
    primary key (organization_id, id),
    foreign key (organization_id, claim_id) references billing.claim (organization_id, id),
    check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (approved is null)),
    check (answered_by <> asked_by)
);
create unique index decision_open on receivables.decision (organization_id, claim_id) where answered_at is null;
call platform.wall('receivables.decision', 'select, insert, update');

-- What a payer takes off because the contract or the law says so. Everything else that it does not pay is a denial.
create function receivables.is_contractual(group_code text, reason_code text) returns boolean
    language sql immutable
    return group_code in ('CO', 'PI', 'OA')
       and reason_code in ('23', '24', '44', '45', '94', '104', '131', '144', '161', '223', '237', '246', '253');
grant execute on function receivables.is_contractual(text, text) to ${appRole};

-- Every transfer as it follows from what is on record. What is kept is this, row by row, at the time it happened.
create view receivables.derived with (security_invoker = true) as
    select c.organization_id, 'CLAIM_SENT' as event, c.id as event_id, 1 as number, 'PAYER' as debit,
           'REVENUE' as credit, c.charge_cents as cents, c.id as claim_id, null::uuid as remittance_id,
           c.submitted_at as at
      from billing.public_claim c
     where c.charge_cents <> 0 and c.frequency <> '8'
    union all
    select c.organization_id, 'CLAIM_REPLACED', c.id, 1, 'PAYER', 'REVENUE', -o.charge_cents, o.id, null,
           c.submitted_at
      from billing.public_claim c
      join billing.public_claim o on o.organization_id = c.organization_id and o.id = c.replaces_id
     where o.charge_cents <> 0 and o.frequency <> '8'
    union all
    select p.organization_id, 'POSTED', p.id, k.number, k.debit, k.credit, k.cents,
           case when p.waited then null else p.claim_id end, p.remittance_id, r.posted_at
      from billing.public_posting p
      join billing.public_remittance r on r.organization_id = p.organization_id and r.id = p.remittance_id
     cross join lateral (
           select 1 as number, 'CASH' as debit, case when p.waited then 'UNMATCHED' else 'PAYER' end as credit,
                  p.paid_cents as cents
           union all
           select 2, 'CLIENT', 'PAYER', p.patient_responsibility_cents where not p.waited
           union all
           select 3, 'CONTRACT', 'PAYER', sum(a.amount_cents)::bigint
             from billing.public_adjustment a
            where not p.waited and a.organization_id = p.organization_id and a.posting_id = p.id
              and receivables.is_contractual(a.group_code, a.reason_code)) k
     where k.cents <> 0 and p.unmatched_reason is distinct from 'OTHER_PAYEE'
    union all
    select m.organization_id, k.event, m.id, k.number, k.debit, k.credit, k.cents, m.claim_id, p.remittance_id, k.at
      from billing.public_match m
      join billing.public_posting p on p.organization_id = m.organization_id and p.id = m.posting_id
     cross join lateral (
           select e.event, e.at, e.sign, d.number, d.debit, d.credit, e.sign * d.cents as cents
             from (values ('MATCHED', m.at, 1), ('MATCH_TAKEN_BACK', m.undone_at, -1)) as e(event, at, sign)
            cross join lateral (
                  select 1 as number, 'UNMATCHED' as debit, 'PAYER' as credit, p.paid_cents as cents
                  union all
                  select 2, 'CLIENT', 'PAYER', p.patient_responsibility_cents
                  union all
                  select 3, 'CONTRACT', 'PAYER', sum(a.amount_cents)::bigint
                    from billing.public_adjustment a
                   where a.organization_id = p.organization_id and a.posting_id = p.id
                     and receivables.is_contractual(a.group_code, a.reason_code)) d
            where e.at is not null) k
     where k.cents <> 0
    union all
    select a.organization_id, 'PROVIDER_ADJUSTED', a.remittance_id, a.number,
           case when a.reason = 'L6' then 'INTEREST' else 'PAYER_BALANCE' end, 'CASH', a.amount_cents, null,
           a.remittance_id, r.posted_at
      from billing.public_provider_adjustment a
      join billing.public_remittance r on r.organization_id = a.organization_id and r.id = a.remittance_id
     where a.amount_cents <> 0
       and not exists (select from billing.public_posting p
                        where p.organization_id = a.organization_id and p.remittance_id = a.remittance_id
                          and p.unmatched_reason = 'OTHER_PAYEE')
    union all
    select d.organization_id, d.kind, d.id, 1, case d.kind when 'WRITE_OFF' then 'WRITE_OFF' else 'CLIENT' end, 'PAYER',
           d.cents, d.claim_id, null, d.answered_at
      from receivables.decision d
     where d.approved;
grant select on receivables.derived to ${appRole};

-- Work on a claim that a payer did not pay in full. Which claims these are follows from the ledger of money; here
-- stands who has taken one, and how it ended.
create table receivables.denial (
    organization_id uuid not null,
    claim_id uuid not null,
    reason_code text not null,             -- CARC that weighed most when it was taken
    cause text not null,
    opened_at timestamptz not null,
    owner_id uuid,                         -- account; absent once given back
    owner_name text,
    waiting_since timestamptz,             -- appealed: the payer's turn
    closed_at timestamptz,
    closed_by uuid,
    won_cents bigint,                      -- paid after the denial
    prevention text check (prevention in ('RULE', 'TRAINING', 'PAYER_DISPUTE', 'NONE')),
    primary key (organization_id, claim_id),
    foreign key (organization_id, claim_id) references billing.claim (organization_id, id),
    check ((closed_at is null) = (prevention is null) and (closed_at is null) = (won_cents is null))
);
create index denial_closed on receivables.denial (organization_id, closed_at) where closed_at is not null;
create index denial_open on receivables.denial (organization_id, claim_id) where closed_at is null;
call platform.wall('receivables.denial', 'select, insert, update');

create table receivables.denial_step (
    organization_id uuid not null,
    id uuid not null,
    claim_id uuid not null,
    kind text not null,
    words bytea not null,                  -- sealed
    at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    primary key (organization_id, id),
    foreign key (organization_id, claim_id) references receivables.denial (organization_id, claim_id)
);
create index denial_step_claim on receivables.denial_step (organization_id, claim_id);
call platform.wall('receivables.denial_step', 'select, insert');
