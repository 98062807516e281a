select * from walled.client where organization_id = :organization and id = :client;
select id, session_id, service_date, status, signed_at, body from walled.note
where organization_id = :organization and client_id = :client order by service_date desc limit 20;
select * from walled.authorization_grant where organization_id = :organization and client_id = :client order by to_date desc;
select taken_on, kind, score from walled.measure
where organization_id = :organization and client_id = :client order by kind, taken_on;
select service_date, status, minutes from walled.attendance
where organization_id = :organization and client_id = :client and service_date >= date '2026-05-08' order by service_date;
insert into walled.audit (organization_id, id, at, account_id, action, purpose, client_id, object_type, object_id)
values (:organization, gen_random_uuid(), now(), :account, 'CLIENT_VIEW', 'TREATMENT', :client, 'client', :client);
