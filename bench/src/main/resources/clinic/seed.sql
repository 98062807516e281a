-- A clinic of 500 active clients for the measurements, written set by set as the role that owns the tables: driving the
-- program's own doors through five weeks of 500 clients would take longer than the measurements themselves. What the rooms
-- derive by themselves (the ledger's kept weeks) is left to the program.
--
-- 200 clients at the site North, 300 at South, groups of 12, three days of three hours a week, four weeks behind and this one.
-- The zone is chosen so that it is early afternoon there: the first two hours of today are over, the third goes on.
create function pg_temp.id(name text) returns uuid language sql immutable as $$ select md5(name)::uuid $$;
create function pg_temp.organization() returns uuid language sql stable as $$ select current_setting('app.organization')::uuid $$;
create function pg_temp.today() returns date language sql stable as $$ select current_setting('bench.today')::date $$;
create function pg_temp.monday() returns date language sql stable as $$ select date_trunc('week', pg_temp.today())::date $$;
create function pg_temp.zone() returns text language sql stable as $$ select current_setting('bench.zone') $$;
create function pg_temp.account() returns uuid language sql stable as $$
    select id from access.account where organization_id = pg_temp.organization() $$;

-- Two people lead every group at once here, in one room a site, so that one sign-in is enough for all that is measured. Nobody
-- could do that: what refuses it is taken out of this database, and nothing that is measured would meet it.
alter table sessions.session drop constraint if exists room_is_taken_once;
alter table sessions.facilitator drop constraint if exists facilitator_is_taken_once;

update organizations.organization
set npi = '1234567893', tax_id = '123456789', taxonomy = '261QM0850X', address_line = '1 Main Street', city = 'Springfield',
    state = 'NC', postal_code = '275010000'
where organization_id = pg_temp.organization();

insert into organizations.site (organization_id, id, name, time_zone)
select pg_temp.organization(), pg_temp.id('site' || n), name, pg_temp.zone()
from (values (1, 'North'), (2, 'South')) s (n, name);

insert into organizations.room (organization_id, id, site_id, name, capacity)
select pg_temp.organization(), pg_temp.id('room' || n), pg_temp.id('site' || n), 'Room B', 14 from generate_series(1, 2) n;

insert into organizations.program (organization_id, id, site_id, name, level_of_care, setting, program_type, part_2,
    offered_days, hours_per_day, nationally_accredited, bhp_caseload, bhmp_on_site_share)
select pg_temp.organization(), pg_temp.id('program' || n), pg_temp.id('site' || n), 'Adult IOP', 'IOP', 'HOPD_ON_CAMPUS',
       'IOP_PSYCHIATRIC', true, 5, 3, true, 12, 0.9
from generate_series(1, 2) n;

insert into organizations.staff (organization_id, id, given_name, family_name, npi)
select pg_temp.organization(), pg_temp.id('staff' || n), given, family, '1234567893'
from (values (1, 'Robin', 'Vale'), (2, 'Sam', 'Hill')) s (n, given, family);

insert into organizations.credential (organization_id, id, staff_id, code, valid_from)
select pg_temp.organization(), pg_temp.id('credential' || n), pg_temp.id('staff' || n), 'BHP', '2020-01-01'
from generate_series(1, 2) n;

-- One person does everything that is measured, so that one sign-in is enough.
update access.account set staff_id = pg_temp.id('staff1') where organization_id = pg_temp.organization();
insert into access.account_role (organization_id, account_id, role)
select pg_temp.organization(), pg_temp.account(), role from unnest(array['CLINICIAN', 'FRONT_DESK', 'BILLER']) role
on conflict do nothing;

insert into payers.payer (organization_id, id, name, payer_code)
select pg_temp.organization(), pg_temp.id('payer' || n), name, 'PAYER' || n
from (values (0, 'Summit Health'), (1, 'Pinecrest Plan'), (2, 'Meridian Care')) p (n, name);

insert into payers.contract (organization_id, id, payer_id, name, rule_set, claim_form, claim_filing_code, type_of_bill,
    authorization_required, timely_filing_days, receiver_id, effective_from)
select pg_temp.organization(), pg_temp.id('contract' || n), pg_temp.id('payer' || n), 'Standard', rules, '837I', 'CI', '13', true,
       180, 'RECEIVER' || n, '2020-01-01'
from (values (0, 'BCBSNC_COMMERCIAL_IOP'), (1, 'AZ_AHCCCS_S9480'), (2, 'MEDICARE_HOPD_IOP')) c (n, rules);

insert into payers.fee (organization_id, id, contract_id, service, procedure_code, revenue_code, charge_cents, effective_from)
select pg_temp.organization(), pg_temp.id('fee' || n || service), pg_temp.id('contract' || n), service, code, '0905', 31500,
       '2020-01-01'
from (values (0, 'DAY', 'S9480'), (1, 'DAY', 'S9480'), (2, 'GROUP_THERAPY', 'G0410'), (2, 'EDUCATION_GROUP', 'G0177')) f (n, service, code);

insert into clients.client (organization_id, id, site_id, record_number, given_name, family_name, birth_date, sex, created_at)
select pg_temp.organization(), pg_temp.id('client' || n), pg_temp.id('site' || case when n <= 200 then 1 else 2 end), 'C-' || n,
       (array['Ana', 'Ben', 'Cleo', 'Dev', 'Eli', 'Fay'])[1 + n % 6] || chr(97 + n % 26) || chr(97 + n / 26 % 26),
       (array['Adler', 'Brooks', 'Chen', 'Diaz', 'Evans', 'Fofana', 'Garcia', 'Hughes', 'Ito', 'Jones'])[1 + n % 10] || chr(97 + n % 26) || chr(97 + n / 26 % 26),
       date '1970-01-01' + (n * 37) % 12000, 'U', now()
from generate_series(1, 500) n;

insert into clients.coverage (organization_id, id, client_id, contract_id, payer_name, member_id, priority, effective_from)
select pg_temp.organization(), pg_temp.id('coverage' || n), pg_temp.id('client' || n), pg_temp.id('contract' || n % 3),
       (array['Summit Health', 'Pinecrest Plan', 'Meridian Care'])[1 + n % 3], 'M' || n, 1, '2020-01-01'
from generate_series(1, 500) n;

insert into clients.consent (organization_id, id, client_id, kind, discloser, recipient, purpose, what, channel,
    revocation_explained, redisclosure_explained, signed_by, signer, signed_on, recorded_at)
select pg_temp.organization(), pg_temp.id('consent' || n), pg_temp.id('client' || n), 'PAYMENT', 'Measured Clinic', 'The payer',
       'Payment', 'Days and services', 'ELECTRONIC', true, true, 'The client', 'CLIENT', pg_temp.monday() - 30, now()
from generate_series(1, 500) n;

insert into episodes.episode (organization_id, id, client_id, program_id, admitted_on)
select pg_temp.organization(), pg_temp.id('episode' || n), pg_temp.id('client' || n),
       pg_temp.id('program' || case when n <= 200 then 1 else 2 end), pg_temp.monday() - 28
from generate_series(1, 500) n;

insert into episodes.placement (organization_id, id, episode_id, level_of_care, from_date)
select pg_temp.organization(), pg_temp.id('placement' || n), pg_temp.id('episode' || n), 'IOP', pg_temp.monday() - 28
from generate_series(1, 500) n;

insert into episodes.plan (organization_id, id, episode_id, minutes_per_week, from_date, physician_signed_on, certified_on,
    recorded_at)
select pg_temp.organization(), pg_temp.id('plan' || n), pg_temp.id('episode' || n), 540, pg_temp.monday() - 28,
       pg_temp.monday() - 28, pg_temp.monday() - 28, now()
from generate_series(1, 500) n;

insert into episodes.goal (organization_id, id, episode_id, number, text)
select pg_temp.organization(), pg_temp.id('goal' || n || '-' || g), pg_temp.id('episode' || n), g,
       (array['Use two coping skills a day', 'Sleep seven hours', 'Call one person before an urge wins'])[g]
from generate_series(1, 500) n, generate_series(1, 3) g;

-- Their words are sealed, and written by the program that runs this file.
insert into plans.objective (organization_id, id, goal_id, number, content, scored, target_on, status, status_on)
select pg_temp.organization(), pg_temp.id('objective' || n || '-' || g), pg_temp.id('goal' || n || '-' || g), 1, '', false,
       pg_temp.monday() + 60, 'NEW', pg_temp.monday() - 28
from generate_series(1, 500) n, generate_series(1, 3) g;

insert into episodes.diagnosis (organization_id, id, client_id, code, system, description, diagnosis_class, rank, from_date)
select pg_temp.organization(), pg_temp.id('diagnosis' || n), pg_temp.id('client' || n), 'F33.1', 'ICD-10-CM',
       'Major depressive disorder, recurrent, moderate', 'MH', 1, pg_temp.monday() - 28
from generate_series(1, 500) n;

insert into authorizations.authorization (organization_id, id, client_id, contract_id, number, state, unit, units_requested,
    units_granted, from_date, to_date, requested_on, decided_on)
select pg_temp.organization(), pg_temp.id('authorization' || n), pg_temp.id('client' || n), pg_temp.id('contract' || n % 3),
       'A' || n, 'APPROVED', 'DAY', 36, 36, pg_temp.monday() - 28, pg_temp.monday() + 55, pg_temp.monday() - 30,
       pg_temp.monday() - 29
from generate_series(1, 500) n;

-- Track t holds clients 12 (t - 1) + 1 to 12 t; North's end with client 200.
create temporary table membership on commit drop as
select n, case when n <= 200 then (n - 1) / 12 + 1 else (n - 201) / 12 + 18 end as track from generate_series(1, 500) n;

insert into sessions.track (organization_id, id, program_id, site_id, name)
select distinct pg_temp.organization(), pg_temp.id('track' || track), pg_temp.id('program' || site), pg_temp.id('site' || site),
       'Group ' || track
from (select track, case when n <= 200 then 1 else 2 end as site from membership) m;

insert into sessions.enrollment (organization_id, id, client_id, episode_id, track_id, from_date)
select pg_temp.organization(), pg_temp.id('enrollment' || n), pg_temp.id('client' || n), pg_temp.id('episode' || n),
       pg_temp.id('track' || track), pg_temp.monday() - 28
from membership;

-- Today's third hour is the one that people check in to: before it starts, and to one group in ten late.
create temporary table hour on commit drop as
select t.track, t.site, d.local_date, h.number,
       pg_temp.id('session' || t.track || d.local_date || h.number) as id,
       (d.local_date + case when not h.number = 3 or d.local_date <> pg_temp.today() then h.starts
                            when t.track % 10 = 0 then time '11:00' else time '15:00' end)
           at time zone pg_temp.zone() as starts_at,
       (d.local_date + case when d.local_date = pg_temp.today() and h.number = 3 then time '17:00' else h.starts + interval '1 hour' end)
           at time zone pg_temp.zone() as ends_at,
       h.title, h.service
from (select distinct track, case when n <= 200 then 1 else 2 end as site from membership) t
cross join (
    select pg_temp.monday() - 7 * w + (extract(isodow from pg_temp.today())::int - 1 + 2 * k) % 7 as local_date
    from generate_series(0, 4) w, generate_series(0, 2) k) d
cross join (values (1, time '09:00', 'Process group', 'GROUP_THERAPY'), (2, time '10:00', 'Skills group', 'GROUP_THERAPY'),
    (3, time '11:00', 'Relapse prevention', 'EDUCATION_GROUP')) h (number, starts, title, service);

insert into sessions.session (organization_id, id, site_id, track_id, title, service_type, modality, room_id, local_date, zone,
    starts_at, ends_at)
select pg_temp.organization(), id, pg_temp.id('site' || site), pg_temp.id('track' || track), title, service, 'IN_PERSON',
       pg_temp.id('room' || site), local_date, pg_temp.zone(), starts_at, ends_at
from hour;

insert into sessions.facilitator (organization_id, session_id, staff_id, part, taken)
select d.organization_id, d.id, pg_temp.id('staff' || s.n), s.part, d.taken
from hour h
join sessions.session d on d.organization_id = pg_temp.organization() and d.id = h.id
cross join (values (1, 'LEAD'), (2, 'CO')) s (n, part);

insert into sessions.seat (organization_id, session_id, client_id, local_date, source)
select pg_temp.organization(), h.id, pg_temp.id('client' || m.n), h.local_date, 'TRACK'
from hour h join membership m using (track);

-- Nine of ten were there; today everybody is, so that each note of today has its twelve.
create temporary table past on commit drop as
select h.id as session_id, pg_temp.id('client' || m.n) as client_id, m.n, h.local_date, h.starts_at, h.ends_at, h.track, h.number,
       h.local_date = pg_temp.today() or (m.n * 7 + h.number + h.local_date - pg_temp.monday() + 70) % 10 <> 0 as here
from hour h join membership m using (track)
where h.ends_at < now();

insert into attendance.mark (organization_id, session_id, client_id, local_date, status, arrived_at, left_at, estimated, last_event)
select pg_temp.organization(), session_id, client_id, local_date, case when here then 'PRESENT' else 'ABSENT' end,
       case when here then starts_at end, case when here then ends_at end, false, case when here then 2 else 1 end
from past;

insert into attendance.event (organization_id, id, session_id, client_id, number, kind, status, arrived_at, left_at, method,
    account_id, recorded_at)
select pg_temp.organization(), gen_random_uuid(), session_id, client_id, 1, case when here then 'CHECK_IN' else 'ABSENCE' end,
       case when here then 'PRESENT' else 'ABSENT' end, case when here then starts_at end, null, 'STAFF', pg_temp.account(), starts_at
from past
union all
select pg_temp.organization(), gen_random_uuid(), session_id, client_id, 2, 'CHECK_OUT', 'PRESENT', starts_at, ends_at, 'STAFF',
       pg_temp.account(), ends_at
from past where here;

insert into notes.signature (organization_id, id, session_id, account_id, printed_name, credentials, meaning, signed_at, manifest_hash)
select distinct pg_temp.organization(), pg_temp.id('signature' || session_id), session_id, pg_temp.account(), 'Robin Vale', 'BHP',
       'Author', ends_at, '\x00'::bytea
from past where local_date < pg_temp.today();

insert into notes.signed_note (organization_id, id, session_id, client_id, signature_id, local_date, content, content_hash)
select pg_temp.organization(), gen_random_uuid(), session_id, client_id, pg_temp.id('signature' || session_id), local_date,
       convert_to(body, 'UTF8'), sha256(convert_to(body, 'UTF8'))
from past cross join lateral (select repeat(md5(n || session_id::text), 28) as body) b
where here and local_date < pg_temp.today();

-- Today's first two hours: written, and waiting for the signature.
insert into notes.draft (organization_id, session_id, version, saved_at, saved_by)
select distinct pg_temp.organization(), session_id, 1, now(), pg_temp.account()
from past where local_date = pg_temp.today();

insert into notes.draft_line (organization_id, session_id, client_id, participation, objective_id, version, saved_at, saved_by)
select pg_temp.organization(), session_id, client_id, 3, pg_temp.id('objective' || n || '-1'), 1, now(), pg_temp.account()
from past where local_date = pg_temp.today();

-- Every week has to be decided once.
insert into ledger.stale (organization_id, client_id, week_start, id)
select pg_temp.organization(), pg_temp.id('client' || n), pg_temp.monday() - 7 * w, gen_random_uuid()
from generate_series(1, 500) n, generate_series(0, 4) w;
