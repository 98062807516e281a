-- Whether fees by income hold for what a payer leaves to the client too. Rules that were set before said nothing of it.
alter table cashier.policy add shares boolean not null default false;

-- What a fee by income took off the client's part of a day after the payer. A change takes it back and adds a new one.
create table cashier.ease (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    local_date date not null,
    cents bigint not null check (cents > 0),
    determination_id uuid not null,
    at timestamptz not null,
    taken_back_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, determination_id) references cashier.determination (organization_id, id)
);
create unique index ease_once on cashier.ease (organization_id, client_id, local_date) where taken_back_at is null;
call platform.wall('cashier.ease', 'select, insert, update');

create view cashier.derived_ease with (security_invoker = true) as
    select s.organization_id, e.event, s.id as event_id, 1 as number, 'DISCOUNT' as debit, 'CLIENT' as credit,
           e.sign * s.cents as cents, s.client_id, e.at
      from cashier.ease s
     cross join lateral (values ('SHARE_EASED', s.at, 1), ('SHARE_EASE_TAKEN_BACK', s.taken_back_at, -1))
         as e(event, at, sign)
     where e.at is not null;
grant select on cashier.derived_ease to ${appRole};

create or replace view cashier.derived with (security_invoker = true) as
    select d.organization_id, k.event, d.id as event_id, k.number, k.debit, k.credit, k.cents, d.client_id, k.at
      from cashier.day d
     cross join lateral (
           select e.event, v.number, v.debit, v.credit, e.sign * v.cents as cents, e.at
             from (values ('DAY_CHARGED', d.at, 1), ('DAY_TAKEN_BACK', d.taken_back_at, -1)) as e(event, at, sign)
            cross join (values (1, 'CLIENT', 'REVENUE', d.rate_cents), (2, 'DISCOUNT', 'CLIENT', d.discount_cents))
                as v(number, debit, credit, cents)
            where e.at is not null and v.cents <> 0) k
    union all
    select p.organization_id, e.event, p.id, 1, 'CASH', 'CLIENT', e.sign * p.cents, p.client_id, e.at
      from cashier.payment p
     cross join lateral (values ('PAID', p.at, 1), ('PAYMENT_REVERSED', p.reversed_at, -1)) as e(event, at, sign)
     where e.at is not null
    union all
    select r.organization_id, case r.kind when 'REFUND' then 'REFUNDED' else r.kind end, r.id, 1,
           case r.kind when 'REFUND' then 'CLIENT' when 'BAD_DEBT' then 'BAD_DEBT' else 'WRITE_OFF' end,
           case r.kind when 'REFUND' then 'CASH' else 'CLIENT' end, r.cents, r.client_id, r.answered_at
      from cashier.request r
     where r.approved
    union all
    select organization_id, event, event_id, number, debit, credit, cents, client_id, at from cashier.derived_ease;
