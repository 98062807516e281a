update walled.session set status = 'S' where organization_id = :organization and id = :session;
insert into walled.note (organization_id, id, session_id, client_id, author_id, service_date, status, signed_at, body)
select organization_id, gen_random_uuid(), session_id, client_id, :account, service_date, 'S', now(), repeat(md5(id::text), 28)
from walled.attendance where organization_id = :organization and session_id = :session and status = 'P';
insert into walled.service_line (organization_id, id, session_id, client_id, site_id, authorization_id, service_date,
    revenue_code, procedure_code, units, charge_cents)
select a.organization_id, gen_random_uuid(), a.session_id, a.client_id, a.site_id, z.id, a.service_date, '0905', 'S9480', 1, 18500
from walled.attendance a
join walled.authorization_grant z on z.organization_id = a.organization_id and z.client_id = a.client_id
where a.organization_id = :organization and a.session_id = :session and a.status = 'P';
update walled.authorization_grant set units_used = units_used + 1
where organization_id = :organization and client_id in (
    select client_id from walled.attendance
    where organization_id = :organization and session_id = :session and status = 'P' order by client_id);
insert into walled.audit (organization_id, id, at, account_id, action, purpose, object_type, object_id, count)
values (:organization, gen_random_uuid(), now(), :account, 'NOTE_SIGN', 'TREATMENT', 'session', :session, 12);
