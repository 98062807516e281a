select c.id, c.record_number, c.family_name, c.given_name, a.present, a.absent, a.minutes, a.missing, z.number, z.to_date,
       z.units_left, m.score, m.taken_on
from walled.client c
left join lateral (
    select count(*) filter (where a.status = 'P') as present, count(*) filter (where a.status <> 'P') as absent,
           sum(a.minutes) as minutes, count(*) filter (where a.status = 'P' and n.id is null) as missing
    from walled.attendance a
    left join walled.note n on n.organization_id = a.organization_id and n.session_id = a.session_id
         and n.client_id = a.client_id
    where a.organization_id = c.organization_id and a.client_id = c.id and a.service_date = date '2026-06-05') a on true
left join lateral (
    select number, to_date, units_granted - units_used as units_left from walled.authorization_grant z
    where z.organization_id = c.organization_id and z.client_id = c.id order by to_date desc limit 1) z on true
left join lateral (
    select score, taken_on from walled.measure m
    where m.organization_id = c.organization_id and m.client_id = c.id and m.kind = 1 order by taken_on desc limit 1) m on true
where c.organization_id = :organization and c.site_id = :site and c.program = 1 and c.active
order by c.family_name
limit 200;
insert into walled.audit (organization_id, id, at, account_id, action, purpose, object_type, count)
values (:organization, gen_random_uuid(), now(), :account, 'BOARD_VIEW', 'TREATMENT', 'board', 200);
