-- A claim to a later payer follows the one that the payer before decided. It goes out over the same days, with what was decided
-- and for what was left to the client; or the payer before has forwarded it already (CLP02 19, 20, 21), and then it stands
-- here without a file of its own. Voided, it makes way for another.
alter table billing.claim
    add turn int not null default 1 check (turn between 1 and 3),   -- first, second or third payer
    add follows_id uuid,
    add coverage_id uuid,                  -- which coverage it goes to; absent on claims to the first payer
    add remaining_cents bigint not null default 0,                  -- what the payer before left to the client
    add sent_by text not null default 'US' check (sent_by in ('US', 'PAYER')),
    add check ((turn = 1) = (follows_id is null)),
    add foreign key (organization_id, follows_id) references billing.claim (organization_id, id)
        not valid;                         -- no claim from before follows one, and the wall hides them from the check
create unique index claim_follows on billing.claim (organization_id, follows_id, generation) where follows_id is not null;
alter table billing.claim_line
    add turn int not null default 1,
    add remaining_cents bigint not null default 0,
    drop constraint claim_line_once,
    add constraint claim_line_once unique nulls not distinct
        (organization_id, client_id, local_date, session_id, procedure_code, revenue_code, generation, turn);
-- Of a later payer's answer: what the payer before had left of the line, or of the claim where no line is named.
alter table billing.posting add remaining_cents bigint;

create or replace view billing.public_claim with (security_invoker = true) as
    select organization_id, id, number, client_id, contract_id, file_id, form, from_date, through_date, charge_cents,
           authorization_number, submitted_at, replaces_id, frequency, generation, turn, follows_id, remaining_cents,
           sent_by
      from billing.claim;
create or replace view billing.public_posting with (security_invoker = true) as
    select p.organization_id, p.id, p.remittance_id, p.claim_id, p.claim_line_id, p.claim_status, p.payer_claim_number,
           p.local_date, p.charge_cents, p.paid_cents, p.patient_responsibility_cents, p.remarks, p.unmatched_reason,
           p.claim_id is null or exists (
               select from billing.hand_match m
                where m.organization_id = p.organization_id and m.posting_id = p.id) as waited,
           p.first_id, p.group_codes, p.reason_codes, p.adjustment_cents, p.remaining_cents
      from billing.posting p;
-- Claims to a later payer that stand: neither taken back nor taking back.
create view billing.standing_follower with (security_invoker = true) as
    select f.organization_id, f.id, f.follows_id, f.contract_id, f.sent_by
      from billing.claim f
     where f.follows_id is not null and f.frequency <> '8'
       and not exists (select from billing.claim r where r.organization_id = f.organization_id and r.replaces_id = f.id);
grant select on billing.standing_follower to ${appRole};

-- A day is claimed once, however many payers see it; what the client owes of it is what the last of them says.
create or replace view billing.public_day with (security_invoker = true) as
    select l.organization_id, l.client_id, l.local_date,
           coalesce(sum(l.charge_cents) filter (where c.turn = 1 and c.frequency <> '8' and r.id is null), 0)::bigint
               as claimed_cents,
           coalesce(sum(p.paid), 0)::bigint as paid_cents, bool_or(p.postings > 0) as answered,
           coalesce(sum(p.patient) filter (where f.id is null), 0)::bigint as patient_cents
      from billing.claim_line l
      join billing.claim c on c.organization_id = l.organization_id and c.id = l.claim_id
      left join billing.claim r on r.organization_id = c.organization_id and r.replaces_id = c.id
      left join billing.standing_follower f on f.organization_id = c.organization_id and f.follows_id = c.id
      left join lateral (select sum(p.paid_cents) filter (where p.claim_line_id = l.id) as paid,
                                sum(p.patient_responsibility_cents) filter (where p.claim_line_id = l.id) as patient,
                                count(*) filter (where p.claim_line_id = l.id or p.claim_line_id is null) as postings
                           from billing.posting p
                          where p.organization_id = l.organization_id and p.claim_id = l.claim_id) p on true
     group by l.organization_id, l.client_id, l.local_date;

-- The coverage whose turn it is after a claim: next in the client's order on all of its days.
create view billing.next_coverage with (security_invoker = true) as
    select c.organization_id, c.id as claim_id, v.id as coverage_id, v.contract_id, v.payer_name, v.member_id,
           v.group_number
      from billing.claim c
     cross join lateral (
           select v.id, v.contract_id, v.payer_name, v.member_id, v.group_number
             from clients.public_coverage v
            where v.organization_id = c.organization_id and v.client_id = c.client_id
              and v.effective_from <= c.from_date and (v.effective_to is null or v.effective_to >= c.through_date)
              and v.contract_id is distinct from c.contract_id
              and v.priority > (select min(w.priority)
                                  from clients.public_coverage w
                                 where w.organization_id = c.organization_id and w.client_id = c.client_id
                                   and w.contract_id = c.contract_id and w.effective_from <= c.from_date
                                   and (w.effective_to is null or w.effective_to >= c.through_date))
            order by v.priority
            limit 1) v;
grant select on billing.next_coverage to ${appRole};
