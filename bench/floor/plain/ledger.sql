-- The weekly hours of 500 clients: minutes against the order this week, and the three weeks before.
select c.id, c.family_name, c.ordered_minutes_week,
       coalesce(sum(a.minutes) filter (where a.service_date >= date '2026-06-01'), 0) as this_week,
       coalesce(sum(a.minutes) filter (where a.service_date >= date '2026-05-25' and a.service_date < date '2026-06-01'), 0) as one_ago,
       coalesce(sum(a.minutes) filter (where a.service_date >= date '2026-05-18' and a.service_date < date '2026-05-25'), 0) as two_ago,
       coalesce(sum(a.minutes) filter (where a.service_date < date '2026-05-18'), 0) as three_ago
from plain.client c
left join plain.attendance a on a.client_id = c.id and a.service_date between date '2026-05-11' and date '2026-06-07' and a.status = 'P'
where c.site_id = 1 and c.active
group by c.id
order by c.family_name;
