-- The session is closed, 12 notes, 12 service lines, 12 units of authorizations, an audit row.
update plain.session set status = 'S' where id = :session;
insert into plain.note (session_id, client_id, author_id, service_date, status, signed_at, body)
select session_id, client_id, 1, service_date, 'S', now(), repeat(md5(id::text), 28)
from plain.attendance where session_id = :session and status = 'P';
insert into plain.service_line (session_id, client_id, site_id, authorization_id, service_date, revenue_code,
    procedure_code, units, charge_cents)
select a.session_id, a.client_id, a.site_id, z.id, a.service_date, '0905', 'S9480', 1, 18500
from plain.attendance a join plain.authorization_grant z on z.client_id = a.client_id
where a.session_id = :session and a.status = 'P';
update plain.authorization_grant set units_used = units_used + 1
where client_id in (select client_id from plain.attendance where session_id = :session and status = 'P' order by client_id);
insert into plain.audit (actor, action, object_type, object_id, count) values (1, 'sign', 'session', :session, 12);
