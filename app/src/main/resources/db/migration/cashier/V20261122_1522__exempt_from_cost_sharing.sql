-- Who may not be asked for what a coverage leaves, and since when: a Qualified Medicare Beneficiary (42 USC 1396a(n)(3)(B)).
create table cashier.exemption (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    coverage_id uuid not null,
    from_date date not null,
    to_date date check (to_date >= from_date),  -- absent: until it is lifted
    source text not null check (source in ('PAYER_ANSWER', 'STATE', 'CARD')),
    recorded_at timestamptz not null,
    recorded_by text not null,
    lifted_at timestamptz,                 -- from then on it holds for no day
    lifted_by text,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, coverage_id) references clients.coverage (organization_id, id),
    check ((lifted_at is null) = (lifted_by is null))
);
create index exemption_client on cashier.exemption (organization_id, client_id);

-- What is taken off after a payer follows from a fee by income, or from an exemption.
alter table cashier.ease no force row level security;
alter table cashier.ease
    alter determination_id drop not null,
    add exemption_id uuid,
    add foreign key (organization_id, exemption_id) references cashier.exemption (organization_id, id),
    add check ((determination_id is null) <> (exemption_id is null));
alter table cashier.ease force row level security;
call platform.wall('cashier.exemption', 'select, insert, update');

create or replace view cashier.derived_ease with (security_invoker = true) as
    select s.organization_id, e.event, s.id as event_id, 1 as number,
           case when s.exemption_id is null then 'DISCOUNT' else 'WRITE_OFF' end as debit, 'CLIENT' as credit,
           e.sign * s.cents as cents, s.client_id, e.at
      from cashier.ease s
     cross join lateral (values ('SHARE_EASED', s.at, 1), ('SHARE_EASE_TAKEN_BACK', s.taken_back_at, -1))
         as e(event, at, sign)
     where e.at is not null;
