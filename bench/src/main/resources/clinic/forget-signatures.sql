-- Today's notes are written and not signed.
delete from notes.signed_note
where organization_id = current_setting('app.organization')::uuid and local_date = current_setting('bench.today')::date;
delete from notes.signature g using sessions.session s
where g.organization_id = current_setting('app.organization')::uuid and s.organization_id = g.organization_id
  and s.id = g.session_id and s.local_date = current_setting('bench.today')::date;
insert into ledger.stale (organization_id, client_id, week_start, id)
select organization_id, id, date_trunc('week', current_setting('bench.today')::date)::date, gen_random_uuid()
from clients.client where organization_id = current_setting('app.organization')::uuid;
