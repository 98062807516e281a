-- The same clinic as in plain/data.sql, as one organization; ids come from the plain ones.
insert into walled.sign_in_session values
    ('\x01', md5('organization')::uuid, md5('account')::uuid, 'FULL', now(), now());
insert into walled.account values (md5('organization')::uuid, md5('account')::uuid, 'Front desk', null);
insert into walled.account_role
select md5('organization')::uuid, md5('account')::uuid, role from unnest(array['FRONT_DESK', 'CLINICIAN']) role;

insert into walled.client
select md5('organization')::uuid, md5('client' || id)::uuid, md5('site' || site_id)::uuid, program, active, record_number,
       family_name, given_name, birth_date, admitted_on, ordered_minutes_week
from plain.client;

insert into walled.authorization_grant
select md5('organization')::uuid, md5('grant' || id)::uuid, md5('client' || client_id)::uuid, number, from_date, to_date,
       units_granted, units_used
from plain.authorization_grant;

insert into walled.session
select md5('organization')::uuid, md5('session' || id)::uuid, md5('site' || site_id)::uuid, service_date, starts, minutes,
       title, md5('staff' || facilitator_id)::uuid, status, present_count
from plain.session;

insert into walled.attendance
select md5('organization')::uuid, md5('attendance' || id)::uuid, md5('session' || session_id)::uuid,
       md5('client' || client_id)::uuid, md5('site' || site_id)::uuid, service_date, status, check_in, minutes
from plain.attendance;

insert into walled.note
select md5('organization')::uuid, md5('note' || id)::uuid, md5('session' || session_id)::uuid,
       md5('client' || client_id)::uuid, md5('staff' || author_id)::uuid, service_date, status, signed_at, body
from plain.note;

insert into walled.service_line
select md5('organization')::uuid, md5('line' || id)::uuid, md5('session' || session_id)::uuid,
       md5('client' || client_id)::uuid, md5('site' || site_id)::uuid, md5('grant' || authorization_id)::uuid, service_date,
       revenue_code, procedure_code, units, charge_cents
from plain.service_line;

insert into walled.measure
select md5('organization')::uuid, md5('measure' || id)::uuid, md5('client' || client_id)::uuid, taken_on, kind, score
from plain.measure;
