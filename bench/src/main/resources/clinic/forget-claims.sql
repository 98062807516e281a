-- The claims of the last round and the files that they went out in are taken back, as if nobody had sent them.
delete from receivables.transfer t using billing.claim c
where t.organization_id = current_setting('app.organization')::uuid and c.organization_id = t.organization_id
  and c.id = t.claim_id and c.number not like 'SENT-%';
delete from receivables.balance b using billing.claim c
where b.organization_id = current_setting('app.organization')::uuid and c.organization_id = b.organization_id
  and c.id = b.claim_id and c.number not like 'SENT-%';
delete from billing.claim_line l using billing.claim c
where l.organization_id = current_setting('app.organization')::uuid and c.organization_id = l.organization_id
  and c.id = l.claim_id and c.number not like 'SENT-%';
delete from billing.claim
where organization_id = current_setting('app.organization')::uuid and number not like 'SENT-%';
delete from billing.file
where organization_id = current_setting('app.organization')::uuid and direction = 'OUT' and control_number > 0;
