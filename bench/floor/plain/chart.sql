-- One chart: the client, the twenty newest notes with their text, authorizations, measures, four weeks of attendance.
select * from plain.client where id = :client;
select id, session_id, service_date, status, signed_at, body from plain.note
where client_id = :client order by service_date desc limit 20;
select * from plain.authorization_grant where client_id = :client order by to_date desc;
select taken_on, kind, score from plain.measure where client_id = :client order by kind, taken_on;
select service_date, status, minutes from plain.attendance
where client_id = :client and service_date >= date '2026-05-08' order by service_date;
