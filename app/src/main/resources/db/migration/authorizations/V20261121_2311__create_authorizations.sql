create schema authorizations;
grant usage on schema authorizations to ${appRole};

create table authorizations.authorization (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    contract_id uuid not null,
    number text,                           -- the payer's; absent until granted
    state text not null check (state in ('REQUESTED', 'APPROVED', 'DENIED', 'WITHDRAWN')),
    unit text not null check (unit in ('DAY', 'UNIT', 'HOUR', 'VISIT')),
    units_requested int check (units_requested > 0),
    units_granted int check (units_granted >= 0),
    from_date date not null,
    to_date date not null check (to_date >= from_date),
    requested_on date,
    decided_on date,
    reference text,                        -- call reference of the decision
    source_id text,
    primary key (organization_id, id),
    unique (organization_id, client_id, source_id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, contract_id) references payers.contract (organization_id, id),
    check (state <> 'APPROVED' or (number is not null and units_granted is not null))
);
create index authorization_client on authorizations.authorization (organization_id, client_id, from_date);
call platform.wall('authorizations.authorization', 'select, insert, update');

create view authorizations.public_authorization with (security_invoker = true) as
    select organization_id, id, client_id, contract_id, number, state, unit, units_granted, from_date, to_date
      from authorizations.authorization;
grant select on authorizations.public_authorization to ${appRole};
