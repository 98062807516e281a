create schema payers;
grant usage on schema payers to ${appRole};

create table payers.payer (
    organization_id uuid not null references organizations.organization,
    id uuid not null,
    name text not null,
    payer_code text not null,              -- as the payer calls itself in NM109 of loop 2010BB
    primary key (organization_id, id),
    unique (organization_id, name)
);
call platform.wall('payers.payer', 'select, insert, update');

create table payers.contract (
    organization_id uuid not null,
    id uuid not null,
    payer_id uuid not null,
    name text not null,
    rule_set text not null,                -- id of a rulebook in the library
    claim_form text not null check (claim_form in ('837I', '837P')),
    claim_filing_code text not null,       -- SBR09: CI, MB, MC, BL …
    type_of_bill text,                     -- 837I: facility type and class, e.g. 13
    place_of_service text,                 -- 837P: e.g. 57
    authorization_required boolean not null,
    timely_filing_days int not null check (timely_filing_days > 0),
    receiver_id text not null,             -- ISA08/GS03
    effective_from date not null,
    effective_to date,
    primary key (organization_id, id),
    unique (organization_id, payer_id, name, effective_from),
    foreign key (organization_id, payer_id) references payers.payer (organization_id, id)
);
call platform.wall('payers.contract', 'select, insert, update');

-- What this contract pays for and what we charge: codes and fees are the site's settings, not the rulebook's.
create table payers.fee (
    organization_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    service text not null,                 -- DAY for a per diem, else a service type such as GROUP_THERAPY
    procedure_code text,
    revenue_code text,
    modifiers text[] not null default '{}',
    charge_cents bigint not null check (charge_cents >= 0),
    effective_from date not null,
    effective_to date,
    primary key (organization_id, id),
    unique (organization_id, contract_id, service, effective_from),
    foreign key (organization_id, contract_id) references payers.contract (organization_id, id)
);
call platform.wall('payers.fee', 'select, insert, update, delete');

create view payers.public_contract with (security_invoker = true) as
    select c.organization_id, c.id, c.payer_id, p.name as payer_name, p.payer_code, c.name, c.rule_set, c.claim_form,
           c.claim_filing_code, c.type_of_bill, c.place_of_service, c.authorization_required, c.timely_filing_days,
           c.receiver_id, c.effective_from, c.effective_to
      from payers.contract c
      join payers.payer p on p.organization_id = c.organization_id and p.id = c.payer_id;
create view payers.public_fee with (security_invoker = true) as
    select organization_id, contract_id, service, procedure_code, revenue_code, modifiers, charge_cents,
           effective_from, effective_to
      from payers.fee;
grant select on payers.public_contract, payers.public_fee to ${appRole};
