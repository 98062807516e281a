-- 200 clients of one program: today's attendance, missing notes, the authorization, the last PHQ-9.
select c.id, c.record_number, c.family_name, c.given_name, a.present, a.absent, a.minutes, a.missing, z.number, z.to_date,
       z.units_left, m.score, m.taken_on
from plain.client c
left join lateral (
    select count(*) filter (where a.status = 'P') as present, count(*) filter (where a.status <> 'P') as absent,
           sum(a.minutes) as minutes, count(*) filter (where a.status = 'P' and n.id is null) as missing
    from plain.attendance a
    left join plain.note n on n.session_id = a.session_id and n.client_id = a.client_id
    where a.client_id = c.id and a.service_date = date '2026-06-05') a on true
left join lateral (
    select number, to_date, units_granted - units_used as units_left from plain.authorization_grant z
    where z.client_id = c.id order by to_date desc limit 1) z on true
left join lateral (
    select score, taken_on from plain.measure m where m.client_id = c.id and m.kind = 1 order by taken_on desc limit 1) m on true
where c.site_id = 1 and c.program = 1 and c.active
order by c.family_name
limit 200;
