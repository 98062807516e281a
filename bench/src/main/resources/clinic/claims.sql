-- What the measurements of claims stand on: 10,000 client-days of a month long past that are billable and on no claim, twenty
-- of each client; and 10,000 claims of three lines that went out to one payer and wait for its remittance. The days are kept
-- as decided: what deciding costs is measured elsewhere.
create or replace function pg_temp.id(name text) returns uuid language sql immutable as $$ select md5(name)::uuid $$;
create or replace function pg_temp.organization() returns uuid language sql stable as $$ select current_setting('app.organization')::uuid $$;
create or replace function pg_temp.monday() returns date language sql stable as $$
    select date_trunc('week', current_setting('bench.today')::date)::date $$;
create or replace function pg_temp.account() returns uuid language sql stable as $$
    select id from access.account where organization_id = pg_temp.organization() limit 1 $$;

update organizations.organization set phone = '5555550100' where organization_id = pg_temp.organization();
update clients.client set address_line = '12 Elm Street', city = 'Springfield', state = 'NC', postal_code = '27501'
where organization_id = pg_temp.organization();

create temporary table billed_day on commit drop as
select d::date as local_date
from generate_series(date_trunc('month', pg_temp.monday() - 70), date_trunc('month', pg_temp.monday() - 70) + interval '30 days', '1 day') d
where extract(isodow from d) < 6
order by d limit 20;

insert into episodes.diagnosis (organization_id, id, client_id, code, system, description, diagnosis_class, rank, from_date, to_date)
select pg_temp.organization(), pg_temp.id('earlier' || n), pg_temp.id('client' || n), 'F33.1', 'ICD-10-CM',
       'Major depressive disorder, recurrent, moderate', 'MH', 1, date '2020-01-01', pg_temp.monday() - 29
from generate_series(1, 500) n;

create temporary table billed_session on commit drop as
select m.n, m.track, m.site, d.local_date, pg_temp.id('billed' || m.track || d.local_date) as id
from (select n, case when n <= 200 then (n - 1) / 12 + 1 else (n - 201) / 12 + 18 end as track,
             case when n <= 200 then 1 else 2 end as site
      from generate_series(1, 500) n) m
cross join billed_day d;

insert into sessions.session (organization_id, id, site_id, track_id, title, service_type, modality, room_id, local_date, zone,
    starts_at, ends_at)
select distinct pg_temp.organization(), id, pg_temp.id('site' || site), pg_temp.id('track' || track), 'Process group', 'GROUP_THERAPY',
       'IN_PERSON', pg_temp.id('room' || site), local_date, 'UTC', local_date + time '09:00', local_date + time '12:00'
from billed_session;

insert into sessions.facilitator (organization_id, session_id, staff_id, part, taken)
select d.organization_id, d.id, pg_temp.id('staff1'), 'LEAD', d.taken
from (select distinct id from billed_session) h
join sessions.session d on d.organization_id = pg_temp.organization() and d.id = h.id;

insert into sessions.seat (organization_id, session_id, client_id, local_date, source)
select pg_temp.organization(), id, pg_temp.id('client' || n), local_date, 'TRACK' from billed_session;

insert into ledger.kept_week (organization_id, client_id, week_start, input_hash, scheduled_minutes, attended_minutes,
    documented_minutes, countable_minutes, day_states, billable_cents, held_cents, lost_cents, decided_at)
select distinct pg_temp.organization(), pg_temp.id('client' || n), date_trunc('week', local_date)::date, '\x00'::bytea, 900, 900, 900,
       900, 'BBBBB..', 157500, 0, 0, now()
from billed_session;

insert into ledger.kept_day (organization_id, client_id, local_date, week_start, contract_id, scheduled_minutes,
    attended_minutes, documented_minutes, countable_minutes, authorization_id, authorized_units, state, expected_cents, lines)
select pg_temp.organization(), pg_temp.id('client' || n), local_date, date_trunc('week', local_date)::date,
       pg_temp.id('contract' || n % 3), 180, 180, 180, 180, pg_temp.id('authorization' || n), 1, 'BILLABLE', 31500,
       jsonb_build_array(jsonb_build_object('number', 1, 'session', null, 'procedure_code', 'S9480', 'revenue_code', '0905',
           'modifiers', jsonb_build_array(), 'units', 1, 'charge_cents', 31500))
from billed_session;

-- Claims that are out: twenty of each client, three days each.
insert into billing.file (organization_id, id, kind, direction, name, sha256, content, control_number, at, account_id)
values (pg_temp.organization(), pg_temp.id('sent file'), '837I', 'OUT', '837I-000000000.837', '\x01', '\x01', 0, now() - interval '60 days',
        pg_temp.account());

insert into billing.claim (organization_id, id, number, client_id, contract_id, file_id, form, from_date, through_date,
    charge_cents, authorization_number, submitted_at)
select pg_temp.organization(), pg_temp.id('sent' || c), 'SENT-' || c, pg_temp.id('client' || 1 + c % 500), pg_temp.id('contract0'),
       pg_temp.id('sent file'), '837I', date '2021-01-04' + 7 * (c / 500), date '2021-01-08' + 7 * (c / 500), 94500, 'A1',
       now() - interval '60 days'
from generate_series(0, 9999) c;

insert into billing.claim_line (organization_id, id, claim_id, number, client_id, local_date, session_id, procedure_code,
    revenue_code, modifiers, units, charge_cents)
select pg_temp.organization(), gen_random_uuid(), pg_temp.id('sent' || c), l, pg_temp.id('client' || 1 + c % 500),
       date '2021-01-02' + 7 * (c / 500) + 2 * l, null, 'S9480', '0905', '{}', 1, 31500
from generate_series(0, 9999) c, generate_series(1, 3) l;

insert into receivables.transfer (organization_id, event, event_id, number, debit, credit, cents, claim_id, remittance_id, at)
select organization_id, event, event_id, number, debit, credit, cents, claim_id, remittance_id, at
from receivables.derived where organization_id = pg_temp.organization() and event = 'CLAIM_SENT';

insert into receivables.balance (organization_id, claim_id, payer_cents, client_cents)
select organization_id, id, charge_cents, 0 from billing.claim where organization_id = pg_temp.organization();
