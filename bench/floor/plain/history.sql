-- Five years before the data begin: one session a day on three days of each week, nine of ten present, a note of each; a
-- measure every second week. Only where the chart is measured.
insert into plain.session (id, site_id, service_date, starts, minutes, title, facilitator_id, status, present_count)
select 2000000 + (w * 42 + g) * 3 + d, 1, date '2026-05-04' - 7 * w + 2 * d, time '09:00', 60, 'Process group', 1 + g, 'S', 11
from generate_series(1, 256) w, generate_series(0, 41) g, generate_series(0, 2) d;

insert into plain.attendance (session_id, client_id, site_id, service_date, status, check_in, minutes)
select s.id, c.id, 1, s.service_date, case when here then 'P' else 'A' end, s.service_date + s.starts, case when here then 60 else 0 end
from plain.session s
join plain.client c on (c.id - 1) / 12 = ((s.id - 2000000) / 3) % 42
cross join lateral (select (c.id * 7 + s.id) % 10 <> 0 as here) x
where s.id > 2000000;

insert into plain.note (session_id, client_id, author_id, service_date, status, signed_at, body)
select session_id, client_id, 1, service_date, 'S', check_in + interval '3 hours', repeat(md5(id::text), 28)
from plain.attendance where status = 'P' and session_id > 2000000;

insert into plain.measure (client_id, taken_on, kind, score)
select c.id, date '2026-05-04' - 14 * k, 1, 5 + (k + c.id) % 15 from plain.client c, generate_series(1, 128) k;

analyze;
