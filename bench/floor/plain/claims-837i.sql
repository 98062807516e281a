-- A batch of claims, set by set: the next 10,000 lines that are on no claim become one claim for each client and month; the
-- lines are stamped with it.
with pick as materialized (
    select id, client_id, service_date, charge_cents from plain.unbilled_line
    where claim_id is null order by client_id, service_date limit 10000 for update skip locked),
grouped as materialized (
    select client_id, date_trunc('month', service_date) as month, nextval('plain.claim_number') as number,
           min(service_date) as first, max(service_date) as last, sum(charge_cents) as total, count(*) as lines
    from pick group by 1, 2),
made as (
    insert into plain.claim (id, client_id, payer_id, from_date, through_date, bill_type, total_cents, line_count, status, number)
    select number, client_id, 1, first, last, '0131', total, lines, 'R', 'P' || number from grouped
    returning id)
update plain.unbilled_line l set claim_id = g.number
from pick p join grouped g on g.client_id = p.client_id and g.month = date_trunc('month', p.service_date)
where l.id = p.id;
insert into plain.audit (actor, action, object_type, object_id, count) values (1, 'batch', 'claim', 0, 10000);
