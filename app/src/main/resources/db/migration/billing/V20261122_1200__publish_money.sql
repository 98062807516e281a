-- A claim that goes out again in place of an earlier one (CLM05-3: 7 replaces, 8 voids, 1 is new). Its days stand on
-- both, so what is not billed twice is billed once in each generation; a replacement can be replaced again.
alter table billing.claim
    add replaces_id uuid,
    add frequency text not null default '1' check (frequency in ('1', '7', '8')),
    add generation int not null default 1 check (generation > 0),
    add unique (organization_id, replaces_id),
    add foreign key (organization_id, replaces_id) references billing.claim (organization_id, id)
        not valid;                         -- no claim from before replaces one, and the wall hides them from the check
alter table billing.claim_line
    add generation int not null default 1 check (generation > 0);
do $$
declare
    name text;
begin
    select c.conname into strict name
      from pg_constraint c
     where c.conrelid = 'billing.claim_line'::regclass and c.contype = 'u' and array_length(c.conkey, 1) = 6;
    execute format('alter table billing.claim_line drop constraint %I', name);
end
$$;
alter table billing.claim_line
    add constraint claim_line_once unique nulls not distinct
        (organization_id, client_id, local_date, session_id, procedure_code, revenue_code, generation);

create index hand_match_posting on billing.hand_match (organization_id, posting_id);

-- Published for the ledger of money: what happened, as it happened.
create view billing.public_claim with (security_invoker = true) as
    select organization_id, id, number, client_id, contract_id, file_id, form, from_date, through_date, charge_cents,
           authorization_number, submitted_at, replaces_id, frequency, generation
      from billing.claim;
create view billing.public_remittance with (security_invoker = true) as
    select organization_id, id, payer_name, trace, method, paid_on, paid_cents, posted_at from billing.remittance;
-- waited: found no claim by itself, whatever a person said since.
create view billing.public_posting with (security_invoker = true) as
    select p.organization_id, p.id, p.remittance_id, p.claim_id, p.claim_line_id, p.claim_status, p.payer_claim_number,
           p.local_date, p.charge_cents, p.paid_cents, p.patient_responsibility_cents, p.remarks, p.unmatched_reason,
           p.claim_id is null or exists (
               select from billing.hand_match m
                where m.organization_id = p.organization_id and m.posting_id = p.id) as waited
      from billing.posting p;
create view billing.public_adjustment with (security_invoker = true) as
    select organization_id, posting_id, number, group_code, reason_code, amount_cents from billing.adjustment;
create view billing.public_provider_adjustment with (security_invoker = true) as
    select organization_id, remittance_id, number, reason, reference, amount_cents from billing.provider_adjustment;
create view billing.public_match with (security_invoker = true) as
    select organization_id, id, posting_id, claim_id, at, undone_at from billing.hand_match;
grant select on billing.public_claim, billing.public_remittance, billing.public_posting, billing.public_adjustment,
    billing.public_provider_adjustment, billing.public_match to ${appRole};

-- A day counts what was claimed for it last; what came back counts from every generation.
create or replace view billing.public_day with (security_invoker = true) as
    select l.organization_id, l.client_id, l.local_date,
           coalesce(sum(l.charge_cents) filter (where c.frequency <> '8' and r.id is null), 0)::bigint as claimed_cents,
           coalesce(sum(p.paid), 0)::bigint as paid_cents, bool_or(p.postings > 0) as answered,
           coalesce(sum(p.patient), 0)::bigint as patient_cents
      from billing.claim_line l
      join billing.claim c on c.organization_id = l.organization_id and c.id = l.claim_id
      left join billing.claim r on r.organization_id = c.organization_id and r.replaces_id = c.id
      left join lateral (select sum(p.paid_cents) filter (where p.claim_line_id = l.id) as paid,
                                sum(p.patient_responsibility_cents) filter (where p.claim_line_id = l.id) as patient,
                                count(*) filter (where p.claim_line_id = l.id or p.claim_line_id is null) as postings
                           from billing.posting p
                          where p.organization_id = l.organization_id and p.claim_id = l.claim_id) p on true
     group by l.organization_id, l.client_id, l.local_date;
create index claim_file on billing.claim (organization_id, file_id);
create index claim_submitted on billing.claim (organization_id, submitted_at);
create index remittance_posted on billing.remittance (organization_id, posted_at);
