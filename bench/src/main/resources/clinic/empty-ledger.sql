-- Nothing is kept of this week; the weeks before it stand.
delete from ledger.kept_day
where organization_id = current_setting('app.organization')::uuid
  and week_start = date_trunc('week', current_setting('bench.today')::date)::date;
delete from ledger.kept_week
where organization_id = current_setting('app.organization')::uuid
  and week_start = date_trunc('week', current_setting('bench.today')::date)::date;
