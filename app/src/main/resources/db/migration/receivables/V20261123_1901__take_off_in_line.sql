-- A function that gives a row is written into the statement that asks it; one that gives a value with a query of its own is called
-- for each row, which was a fifth of what PostgreSQL did for a large remittance.
drop function receivables.public_contractual(text[], text[], bigint[], bigint, bigint, bigint);
create function receivables.public_contractual(
        groups text[], reasons text[], amounts bigint[], remaining bigint, paid bigint, patient bigint)
    returns table (cents bigint)
    language sql immutable rows 1
    begin atomic
        select case when remaining is null then s.cents
                    when s.cents >= 0 then least(s.cents, greatest(remaining - paid - patient, 0))
                    else greatest(s.cents, -greatest(remaining + paid + patient, 0)) end
          from (select coalesce(sum(a.cents), 0)::bigint as cents
                  from unnest(groups, reasons, amounts) as a(grp, reason, cents)
                 where receivables.is_contractual(a.grp, a.reason)
                   and (remaining is null or a.reason <> '23')) s;
    end;
comment on function receivables.public_contractual(text[], text[], bigint[], bigint, bigint, bigint)
    is 'Published: what a payer''s answer takes off by contract, in cents.';
grant execute on function receivables.public_contractual(text[], text[], bigint[], bigint, bigint, bigint) to ${appRole};

create or replace view receivables.derived with (security_invoker = true) as
    select c.organization_id, 'CLAIM_SENT' as event, c.id as event_id, 1 as number, 'PAYER' as debit,
           'REVENUE' as credit, c.charge_cents as cents, c.id as claim_id, null::uuid as remittance_id,
           c.submitted_at as at
      from billing.public_claim c
     where c.charge_cents <> 0 and c.frequency <> '8' and c.turn = 1
    union all
    select c.organization_id, 'CLAIM_REPLACED', c.id, 1, 'PAYER', 'REVENUE', -o.charge_cents, o.id, null,
           c.submitted_at
      from billing.public_claim c
      join billing.public_claim o on o.organization_id = c.organization_id and o.id = c.replaces_id
     where o.charge_cents <> 0 and o.frequency <> '8' and o.turn = 1
    union all
    select c.organization_id, 'FORWARDED', c.id, k.number, k.debit, k.credit, k.cents, k.claim_id, null, c.submitted_at
      from billing.public_claim c
     cross join lateral (values
           (1, 'OTHER_PAYER', 'CLIENT', case when c.replaces_id is null then c.remaining_cents
                                             when c.frequency = '8' then -c.remaining_cents end, c.follows_id),
           (2, 'PAYER', 'OTHER_PAYER', case when c.frequency <> '8' then c.remaining_cents end, c.id),
           (3, 'PAYER', 'OTHER_PAYER', case when c.replaces_id is not null then -c.remaining_cents end, c.replaces_id))
           as k(number, debit, credit, cents, claim_id)
     where c.turn > 1 and k.cents <> 0
    union all
    select p.organization_id, 'POSTED', p.event_id, k.number, k.debit, k.credit, k.cents, k.claim_id, p.remittance_id,
           r.posted_at
      from (select p.organization_id, p.remittance_id, coalesce(p.first_id, p.id) as event_id,
                   (array_agg(p.claim_id) filter (where not p.waited))[1] as claim_id, bool_or(p.first_id is null) as alone,
                   sum(p.paid_cents) filter (where not p.waited) as paid,
                   sum(p.patient_responsibility_cents) filter (where not p.waited) as patient,
                   sum(o.cents) filter (where not p.waited) as contractual,
                   sum(p.paid_cents) filter (where p.waited) as unmatched
              from billing.public_posting p
             cross join lateral receivables.public_contractual(p.group_codes, p.reason_codes, p.adjustment_cents,
                   p.remaining_cents, p.paid_cents, p.patient_responsibility_cents) o
             where p.unmatched_reason is distinct from 'OTHER_PAYEE'
             group by p.organization_id, p.remittance_id, coalesce(p.first_id, p.id)) p
      join billing.public_remittance r on r.organization_id = p.organization_id and r.id = p.remittance_id
     cross join lateral (values
           (1, 'CASH', 'PAYER', p.paid::bigint, p.claim_id),
           (2, 'CLIENT', 'PAYER', p.patient::bigint, p.claim_id),
           (3, 'CONTRACT', 'PAYER', p.contractual::bigint, p.claim_id),
           (case when p.alone then 1 else 4 end, 'CASH', 'UNMATCHED', p.unmatched::bigint, null::uuid))
           as k(number, debit, credit, cents, claim_id)
     where k.cents <> 0
    union all
    select m.organization_id, k.event, m.id, k.number, k.debit, k.credit, k.cents, m.claim_id, p.remittance_id, k.at
      from billing.public_match m
      join billing.public_posting p on p.organization_id = m.organization_id and p.id = m.posting_id
     cross join lateral (
           select e.event, e.at, e.sign, d.number, d.debit, d.credit, e.sign * d.cents as cents
             from (values ('MATCHED', m.at, 1), ('MATCH_TAKEN_BACK', m.undone_at, -1)) as e(event, at, sign)
            cross join lateral (values
                  (1, 'UNMATCHED', 'PAYER', p.paid_cents),
                  (2, 'CLIENT', 'PAYER', p.patient_responsibility_cents),
                  (3, 'CONTRACT', 'PAYER',
                   (select o.cents
                      from receivables.public_contractual(p.group_codes, p.reason_codes, p.adjustment_cents,
                           m.remaining_cents, p.paid_cents, p.patient_responsibility_cents) o)))
                  as d(number, debit, credit, cents)
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

drop function receivables.contractual(text[], text[], bigint[], bigint, bigint, bigint);

-- A transfer is never looked for by its remittance, and written by the ten thousand.
drop index receivables.transfer_remittance;
