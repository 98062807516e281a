-- Nothing is kept of this week; the weeks before it stand.
delete from ledger.kept_line l using ledger.kept_day d
where l.organization_id = current_setting('app.organization')::uuid and d.organization_id = l.organization_id
  and d.client_id = l.client_id and d.local_date = l.local_date
  and d.week_start = date_trunc('week', current_setting('bench.today')::date)::date;
delete from ledger.kept_day
where organization_id = current_setting('app.organization')::uuid
  and week_start = date_trunc('week', current_setting('bench.today')::date)::date;
delete from ledger.kept_week
where organization_id = current_setting('app.organization')::uuid
  and week_start = date_trunc('week', current_setting('bench.today')::date)::date;
