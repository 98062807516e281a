-- What a payer gives as reasons stands in the row of the line that they are about: they are written with it, read with it and
-- never changed, and a large remittance has twice as many of them as lines.
alter table billing.posting
    add group_codes text[] not null default '{}',
    add reason_codes text[] not null default '{}',
    add adjustment_cents bigint[] not null default '{}',  -- what is taken off the charge; negative adds to it
    add first_id uuid,                     -- of the rows that one claim of a remittance became, the first
    add check (cardinality(group_codes) = cardinality(reason_codes)
               and cardinality(group_codes) = cardinality(adjustment_cents));
alter table billing.posting no force row level security;
alter table billing.adjustment no force row level security;
update billing.posting p
   set group_codes = a.groups, reason_codes = a.reasons, adjustment_cents = a.cents
  from (select organization_id, posting_id, array_agg(group_code order by number) as groups,
               array_agg(reason_code order by number) as reasons, array_agg(amount_cents order by number) as cents
          from billing.adjustment group by organization_id, posting_id) a
 where a.organization_id = p.organization_id and a.posting_id = p.id;
alter table billing.posting force row level security;

create or replace view billing.public_adjustment with (security_invoker = true) as
    select p.organization_id, p.id as posting_id, a.number::int, a.group_code, a.reason_code, a.amount_cents
      from billing.posting p
     cross join lateral unnest(p.group_codes, p.reason_codes, p.adjustment_cents)
           with ordinality as a(group_code, reason_code, amount_cents, number);
drop table billing.adjustment;

-- A posting is only ever written for a remittance written in the same transaction, and for a claim and line read in it; neither
-- can be deleted. A check row by row cannot fail, and took most of what posting a large remittance cost.
do $$
declare
    name text;
begin
    for name in select c.conname from pg_constraint c
                 where c.conrelid = 'billing.posting'::regclass and c.contype = 'f'
    loop
        execute format('alter table billing.posting drop constraint %I', name);
    end loop;
end
$$;

-- waited: found no claim by itself, whatever a person said since.
create or replace view billing.public_posting with (security_invoker = true) as
    select p.organization_id, p.id, p.remittance_id, p.claim_id, p.claim_line_id, p.claim_status, p.payer_claim_number,
           p.local_date, p.charge_cents, p.paid_cents, p.patient_responsibility_cents, p.remarks, p.unmatched_reason,
           p.claim_id is null or exists (
               select from billing.hand_match m
                where m.organization_id = p.organization_id and m.posting_id = p.id) as waited,
           p.first_id, p.group_codes, p.reason_codes, p.adjustment_cents
      from billing.posting p;
