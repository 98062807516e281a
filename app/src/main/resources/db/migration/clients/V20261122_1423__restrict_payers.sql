-- Days that no payer, or one payer, may hear of: the client pays for them and asked for it (45 CFR 164.522(a)(1)(vi)).
create table clients.restriction (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    coverage_id uuid,                      -- absent: every payer
    from_date date not null,
    to_date date check (to_date >= from_date),  -- absent: until it is lifted
    asked_on date not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    lifted_at timestamptz,                 -- from then on it holds for no day
    lifted_by text,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, coverage_id) references clients.coverage (organization_id, id),
    check ((lifted_at is null) = (lifted_by is null))
);
create index restriction_client on clients.restriction (organization_id, client_id);
call platform.wall('clients.restriction', 'select, insert, update');

-- A restricted day is no day of the coverage, for whoever reads it: the ledger judges, billing bills, and questions
-- go out by this view alone. Pieces of one coverage keep its id.
create or replace view clients.public_coverage with (security_invoker = true) as
    select v.organization_id, v.id, v.client_id, v.contract_id, v.payer_name, v.member_id, v.group_number, v.priority,
           v.effective_from, v.effective_to
      from clients.coverage v
     where not exists (select from clients.restriction r
                        where r.organization_id = v.organization_id and r.client_id = v.client_id
                          and r.lifted_at is null and (r.coverage_id is null or r.coverage_id = v.id))
    union all
    select k.organization_id, k.id, k.client_id, k.contract_id, k.payer_name, k.member_id, k.group_number, k.priority,
           lower(piece), (upper(piece) - 1)::date
      from (select v.organization_id, v.id, v.client_id, v.contract_id, v.payer_name, v.member_id, v.group_number,
                   v.priority,
                   datemultirange(daterange(v.effective_from, v.effective_to, '[]'))
                       - range_agg(daterange(r.from_date, r.to_date, '[]')) as days
              from clients.restriction r
              join clients.coverage v
                on v.organization_id = r.organization_id and v.client_id = r.client_id
               and (r.coverage_id is null or r.coverage_id = v.id)
             where r.lifted_at is null
             group by v.organization_id, v.id, v.client_id, v.contract_id, v.payer_name, v.member_id, v.group_number,
                      v.priority, v.effective_from, v.effective_to) k
     cross join lateral unnest(k.days) as piece;
create view clients.public_restriction with (security_invoker = true) as
    select organization_id, client_id, coverage_id, from_date, to_date
      from clients.restriction where lifted_at is null;
grant select on clients.public_restriction to ${appRole};
