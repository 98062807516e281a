-- The coverage whose turn it is after a claim: next in the client's order on all of its days. A claim to a later payer knows its
-- own coverage, whatever the card says today.
create or replace view billing.next_coverage with (security_invoker = true) as
    select c.organization_id, c.id as claim_id, v.id as coverage_id, v.contract_id, v.payer_name, v.member_id,
           v.group_number
      from billing.claim c
     cross join lateral (
           select v.id, v.contract_id, v.payer_name, v.member_id, v.group_number
             from clients.public_coverage v
            where v.organization_id = c.organization_id and v.client_id = c.client_id
              and v.effective_from <= c.from_date and (v.effective_to is null or v.effective_to >= c.through_date)
              and v.contract_id is distinct from c.contract_id
              and v.priority > coalesce(
                      (select w.priority
                         from clients.public_coverage w
                        where w.organization_id = c.organization_id and w.id = c.coverage_id),
                      (select min(w.priority)
                         from clients.public_coverage w
                        where w.organization_id = c.organization_id and w.client_id = c.client_id
                          and w.contract_id = c.contract_id and w.effective_from <= c.from_date
                          and (w.effective_to is null or w.effective_to >= c.through_date)))
            order by v.priority
            limit 1) v;
