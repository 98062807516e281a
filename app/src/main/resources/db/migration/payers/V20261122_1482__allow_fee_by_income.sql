-- Whether the contract leaves it to us to take off a client's part by income. Absent a word of it, it does not.
alter table payers.contract add fee_by_income boolean not null default false;
create or replace view payers.public_contract with (security_invoker = true) as
    select c.organization_id, c.id, c.payer_id, p.name as payer_name, p.payer_code, c.name, c.rule_set, c.claim_form,
           c.claim_filing_code, c.type_of_bill, c.place_of_service, c.authorization_required, c.timely_filing_days,
           c.receiver_id, c.effective_from, c.effective_to,
           coalesce(c.later_payer_days, c.timely_filing_days) as later_payer_days,
           coalesce(c.correction_days, c.timely_filing_days) as correction_days, c.fee_by_income
      from payers.contract c
      join payers.payer p on p.organization_id = c.organization_id and p.id = c.payer_id;
