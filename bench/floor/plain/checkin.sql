-- One attendance row, the session's counter, an audit row.
insert into plain.attendance (session_id, client_id, site_id, service_date, status, check_in, minutes)
values (:session, :client, 1, date '2026-06-08', 'P', now(), 60);
update plain.session set present_count = present_count + 1 where id = :session;
insert into plain.audit (actor, action, object_type, object_id) values (1, 'check-in', 'attendance', :client);
