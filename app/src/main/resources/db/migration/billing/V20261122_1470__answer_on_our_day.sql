-- The day an answer counts from: the day the payer says it paid or, where it says none, the day it was posted as it was then at
-- the organization (its first site by name). What was posted before gets that day now.
alter table billing.remittance add answered_on date;
alter table billing.remittance no force row level security;
alter table organizations.site no force row level security;
update billing.remittance r
   set answered_on = coalesce(r.paid_on, (r.posted_at at time zone coalesce((
           select s.time_zone from organizations.site s
            where s.organization_id = r.organization_id order by s.name limit 1), 'UTC'))::date);
alter table organizations.site force row level security;
alter table billing.remittance force row level security;
alter table billing.remittance alter answered_on set not null;
create or replace view billing.public_remittance with (security_invoker = true) as
    select organization_id, id, payer_name, trace, method, paid_on, paid_cents, posted_at, answered_on
      from billing.remittance;

-- remaining_cents: of a later payer's claim, what the payer before had left of the line that was matched; where only the claim
-- was chosen, of its lines on that day, and of the claim where the answer names no day of it.
create or replace view billing.public_match with (security_invoker = true) as
    select m.organization_id, m.id, m.posting_id, m.claim_id, m.at, m.undone_at,
           case when c.turn > 1 then coalesce(l.remaining_cents, d.remaining_cents, c.remaining_cents) end
               as remaining_cents
      from billing.hand_match m
      join billing.posting p on p.organization_id = m.organization_id and p.id = m.posting_id
      join billing.claim c on c.organization_id = m.organization_id and c.id = m.claim_id
      left join billing.claim_line l on l.organization_id = m.organization_id and l.id = m.claim_line_id
     cross join lateral (
           select sum(o.remaining_cents)::bigint as remaining_cents
             from billing.claim_line o
            where o.organization_id = m.organization_id and o.claim_id = m.claim_id
              and o.local_date = p.local_date) d;
