-- Nobody has come to the third hour of today: the state before the day's check-ins.
delete from attendance.event e using sessions.session s
where e.organization_id = current_setting('app.organization')::uuid and s.organization_id = e.organization_id
  and s.id = e.session_id and s.ends_at > now() and s.local_date = current_setting('bench.today')::date;
delete from attendance.mark m using sessions.session s
where m.organization_id = current_setting('app.organization')::uuid and s.organization_id = m.organization_id
  and s.id = m.session_id and s.ends_at > now() and s.local_date = current_setting('bench.today')::date;
insert into ledger.stale (organization_id, client_id, week_start, id)
select organization_id, id, date_trunc('week', current_setting('bench.today')::date)::date, gen_random_uuid()
from clients.client where organization_id = current_setting('app.organization')::uuid;
