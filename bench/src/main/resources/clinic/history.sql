-- Five years before the five weeks: one session a day on three days of each week, nine of ten present, a signed note of each, a
-- total every second week. What was decided about those days is left out: the ledger is not what is measured with it.
create or replace function pg_temp.id(name text) returns uuid language sql immutable as $$ select md5(name)::uuid $$;
create or replace function pg_temp.organization() returns uuid language sql stable as $$ select current_setting('app.organization')::uuid $$;
create or replace function pg_temp.monday() returns date language sql stable as $$
    select date_trunc('week', current_setting('bench.today')::date)::date $$;
create or replace function pg_temp.zone() returns text language sql stable as $$ select current_setting('bench.zone') $$;
create or replace function pg_temp.account() returns uuid language sql stable as $$
    select id from access.account where organization_id = pg_temp.organization() limit 1 $$;

create temporary table old on commit drop as
select m.track, m.site, pg_temp.monday() - 28 - 7 * w + 2 * d as local_date,
       pg_temp.id('old' || m.track || '-' || w || '-' || d) as id,
       (pg_temp.monday() - 28 - 7 * w + 2 * d + time '09:00') at time zone pg_temp.zone() as starts_at
from (select distinct case when n <= 200 then (n - 1) / 12 + 1 else (n - 201) / 12 + 18 end as track,
             case when n <= 200 then 1 else 2 end as site
      from generate_series(1, 500) n) m,
     generate_series(1, 256) w, generate_series(0, 2) d;

insert into sessions.session (organization_id, id, site_id, track_id, title, service_type, modality, room_id, local_date, zone,
    starts_at, ends_at)
select pg_temp.organization(), id, pg_temp.id('site' || site), pg_temp.id('track' || track), 'Process group', 'GROUP_THERAPY',
       'IN_PERSON', pg_temp.id('room' || site), local_date, pg_temp.zone(), starts_at, starts_at + interval '1 hour'
from old;

create temporary table gone on commit drop as
select o.id as session_id, pg_temp.id('client' || n) as client_id, o.local_date, o.starts_at, (n * 7 + o.local_date - date '2000-01-01') % 10 <> 0 as here
from old o
join generate_series(1, 500) n on case when n <= 200 then (n - 1) / 12 + 1 else (n - 201) / 12 + 18 end = o.track;

insert into sessions.seat (organization_id, session_id, client_id, local_date, source)
select pg_temp.organization(), session_id, client_id, local_date, 'TRACK' from gone;

insert into attendance.mark (organization_id, session_id, client_id, local_date, status, arrived_at, left_at, estimated, last_event)
select pg_temp.organization(), session_id, client_id, local_date, case when here then 'PRESENT' else 'ABSENT' end,
       case when here then starts_at end, case when here then starts_at + interval '1 hour' end, false, 1
from gone;

insert into notes.signature (organization_id, id, session_id, account_id, printed_name, credentials, meaning, signed_at, manifest_hash)
select pg_temp.organization(), pg_temp.id('signature' || id), id, pg_temp.account(), 'Robin Vale', 'BHP', 'Author',
       starts_at + interval '3 hours', '\x00'::bytea
from old;

insert into notes.signed_note (organization_id, id, session_id, client_id, signature_id, local_date, content, content_hash)
select pg_temp.organization(), gen_random_uuid(), session_id, client_id, pg_temp.id('signature' || session_id), local_date,
       convert_to(repeat(md5(session_id::text || client_id), 28), 'UTF8'), '\x00'::bytea
from gone where here;

insert into episodes.score (organization_id, id, client_id, instrument, taken_on, total)
select pg_temp.organization(), gen_random_uuid(), pg_temp.id('client' || n), 'PHQ-9', pg_temp.monday() - 28 - 14 * k, 5 + (k + n) % 15
from generate_series(1, 500) n, generate_series(1, 128) k;
