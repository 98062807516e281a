select c.id, c.family_name, c.ordered_minutes_week,
       coalesce(sum(a.minutes) filter (where a.service_date >= date '2026-06-01'), 0) as this_week,
       coalesce(sum(a.minutes) filter (where a.service_date >= date '2026-05-25' and a.service_date < date '2026-06-01'), 0) as one_ago,
       coalesce(sum(a.minutes) filter (where a.service_date >= date '2026-05-18' and a.service_date < date '2026-05-25'), 0) as two_ago,
       coalesce(sum(a.minutes) filter (where a.service_date < date '2026-05-18'), 0) as three_ago
from walled.client c
left join walled.attendance a on a.organization_id = c.organization_id and a.client_id = c.id
     and a.service_date between date '2026-05-11' and date '2026-06-07' and a.status = 'P'
where c.organization_id = :organization and c.site_id = :site and c.active
group by c.organization_id, c.id
order by c.family_name;
insert into walled.audit (organization_id, id, at, account_id, action, purpose, object_type, count)
values (:organization, gen_random_uuid(), now(), :account, 'LEDGER_VIEW', 'PAYMENT', 'week', 500);
