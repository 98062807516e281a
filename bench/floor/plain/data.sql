-- 500 clients; group = number / 12; weeks 0 to 4, the last is the one of today, Friday 5 June 2026.
insert into plain.client
select n, 1, case when n <= 200 then 1 else 2 end, true, 'C-' || n,
       (array['Adler', 'Brooks', 'Chen', 'Diaz', 'Evans', 'Fofana', 'Garcia', 'Hughes', 'Ito', 'Jones'])[1 + n % 10] || n,
       (array['Ana', 'Ben', 'Cleo', 'Dev', 'Eli', 'Fay'])[1 + n % 6], date '1970-01-01' + (n * 37) % 12000,
       date '2026-05-04', 540
from generate_series(1, 500) n;

insert into plain.authorization_grant
select id, id, 'A' || id, admitted_on, admitted_on + 90, 108, 20 + (id % 20)::int from plain.client;

insert into plain.session (id, site_id, service_date, starts, minutes, title, facilitator_id, status, present_count)
select ((w * 42 + g) * 3 + d) * 3 + h + 1, 1, date '2026-05-04' + 7 * w + 2 * d, time '09:00' + h * interval '1 hour', 60,
       (array['Process group', 'Skills group', 'Relapse prevention'])[h + 1], 1 + g, 'S', 11
from generate_series(0, 4) w, generate_series(0, 41) g, generate_series(0, 2) d, generate_series(0, 2) h;

-- The last hour of today is still to come.
insert into plain.attendance (session_id, client_id, site_id, service_date, status, check_in, minutes)
select s.id, c.id, 1, s.service_date, case when here then 'P' else 'A' end, s.service_date + s.starts, case when here then 60 else 0 end
from plain.session s
join plain.client c on (c.id - 1) / 12 = ((s.id - 1) / 9) % 42
cross join lateral (select (c.id * 7 + s.id) % 10 <> 0 as here) x
where not (s.service_date = date '2026-06-05' and s.starts = time '11:00');

insert into plain.note (session_id, client_id, author_id, service_date, status, signed_at, body)
select session_id, client_id, 1, service_date, 'S', check_in + interval '3 hours', repeat(md5(id::text), 28)
from plain.attendance where status = 'P' and service_date < date '2026-06-05';

insert into plain.service_line (session_id, client_id, site_id, authorization_id, service_date, revenue_code,
    procedure_code, units, charge_cents)
select session_id, client_id, 1, client_id, service_date, '0905', 'S9480', 1, 18500 from plain.note;

insert into plain.measure (client_id, taken_on, kind, score)
select c.id, c.admitted_on + 7 * k, 1, 20 - k + c.id % 5 from plain.client c, generate_series(0, 3) k;

-- What the measurements write to: sessions to check in to, and sessions of 12 whose notes are to be signed.
insert into plain.session (id, site_id, service_date, starts, minutes, title, facilitator_id)
select 1000000 + n, 1, date '2026-06-08', time '09:00', 60, 'Group', 1 from generate_series(1, 10000) n;

insert into plain.attendance (session_id, client_id, site_id, service_date, status, check_in, minutes)
select s.id, 1 + ((s.id - 1000000) * 12 + k) % 500, 1, s.service_date, 'P', s.service_date + s.starts, 60
from plain.session s, generate_series(0, 11) k where s.id > 1002000;

-- Ten batches of 10,000 lines that are on no claim yet: each batch a month, twenty days of each client.
insert into plain.unbilled_line (client_id, service_date, revenue_code, procedure_code, units, charge_cents)
select c, (date '2024-01-01' + b * interval '1 month')::date + d, '0905', 'S9480', 1, 31500
from generate_series(0, 9) b, generate_series(1, 500) c, generate_series(0, 19) d;
