-- The same five years behind the walls.
insert into walled.session
select md5('organization')::uuid, md5('session' || id)::uuid, md5('site' || site_id)::uuid, service_date, starts, minutes,
       title, md5('staff' || facilitator_id)::uuid, status, present_count
from plain.session where id > 2000000;

insert into walled.attendance
select md5('organization')::uuid, md5('attendance' || id)::uuid, md5('session' || session_id)::uuid,
       md5('client' || client_id)::uuid, md5('site' || site_id)::uuid, service_date, status, check_in, minutes
from plain.attendance where session_id > 2000000;

insert into walled.note
select md5('organization')::uuid, md5('note' || id)::uuid, md5('session' || session_id)::uuid,
       md5('client' || client_id)::uuid, md5('staff' || author_id)::uuid, service_date, status, signed_at, body
from plain.note where session_id > 2000000;

insert into walled.measure
select md5('organization')::uuid, md5('measure' || id)::uuid, md5('client' || client_id)::uuid, taken_on, kind, score
from plain.measure where taken_on < date '2026-05-04';

analyze;
