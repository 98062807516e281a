-- From which day on a contract leaves it to us to take off a client's part by income, or does not. A change is a new row; days
-- before it keep what held on them. Absent a word of it, it does not.
create table payers.income_term (
    organization_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    from_date date not null,
    allowed boolean not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (organization_id, id),
    foreign key (organization_id, contract_id) references payers.contract (organization_id, id)
);
create index income_term_contract on payers.income_term (organization_id, contract_id, from_date);

-- What was ticked until now holds for every day of the contract, of each organization.
alter table payers.contract no force row level security;
insert into payers.income_term (organization_id, id, contract_id, from_date, allowed, recorded_at, recorded_by)
select organization_id, id, id, effective_from, true, now(), 'Taken over' from payers.contract where fee_by_income;
alter table payers.contract force row level security;
call platform.wall('payers.income_term', 'select, insert');

drop view payers.public_contract;
alter table payers.contract drop fee_by_income;
create view payers.public_contract with (security_invoker = true) as
    select c.organization_id, c.id, c.payer_id, p.name as payer_name, p.payer_code, c.name, c.rule_set, c.claim_form,
           c.claim_filing_code, c.type_of_bill, c.place_of_service, c.authorization_required, c.timely_filing_days,
           c.receiver_id, c.effective_from, c.effective_to,
           coalesce(c.later_payer_days, c.timely_filing_days) as later_payer_days,
           coalesce(c.correction_days, c.timely_filing_days) as correction_days
      from payers.contract c
      join payers.payer p on p.organization_id = c.organization_id and p.id = c.payer_id;
-- What holds on which days; of two words about one day the later one counts.
create view payers.public_income_term with (security_invoker = true) as
    select organization_id, contract_id, from_date,
           lead(from_date) over (partition by organization_id, contract_id order by from_date, recorded_at, id) - 1
               as to_date,
           allowed
      from payers.income_term;
grant select on payers.public_contract, payers.public_income_term to ${appRole};
