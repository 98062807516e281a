insert into walled.attendance (organization_id, id, session_id, client_id, site_id, service_date, status, check_in, minutes)
values (:organization, :key, :session, :client, :site, date '2026-06-08', 'P', now(), 60);
update walled.session set present_count = present_count + 1 where organization_id = :organization and id = :session;
insert into walled.audit (organization_id, id, at, account_id, action, purpose, client_id, object_type, object_id)
values (:organization, gen_random_uuid(), now(), :account, 'CHECK_IN', 'TREATMENT', :client, 'attendance', :key);
