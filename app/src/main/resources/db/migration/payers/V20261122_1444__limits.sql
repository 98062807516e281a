-- Besides the days from a service: how long a later payer takes a claim after the one before has decided, and how long this
-- payer takes a correction after its own answer. Absent: as long as a first claim, counted from there.
alter table payers.contract
    add later_payer_days int check (later_payer_days > 0),
    add correction_days int check (correction_days > 0);
create or replace view payers.public_contract with (security_invoker = true) as
    select c.organization_id, c.id, c.payer_id, p.name as payer_name, p.payer_code, c.name, c.rule_set, c.claim_form,
           c.claim_filing_code, c.type_of_bill, c.place_of_service, c.authorization_required, c.timely_filing_days,
           c.receiver_id, c.effective_from, c.effective_to,
           coalesce(c.later_payer_days, c.timely_filing_days) as later_payer_days,
           coalesce(c.correction_days, c.timely_filing_days) as correction_days
      from payers.contract c
      join payers.payer p on p.organization_id = c.organization_id and p.id = c.payer_id;
