-- The remittance of the last round is taken back, as if it had not come.
delete from receivables.transfer
where organization_id = current_setting('app.organization')::uuid and remittance_id is not null;
update receivables.balance b set payer_cents = c.charge_cents, client_cents = 0
from billing.claim c
where b.organization_id = current_setting('app.organization')::uuid and c.organization_id = b.organization_id
  and c.id = b.claim_id and b.payer_cents <> c.charge_cents;
delete from billing.posting where organization_id = current_setting('app.organization')::uuid;
delete from billing.provider_adjustment where organization_id = current_setting('app.organization')::uuid;
delete from billing.remittance where organization_id = current_setting('app.organization')::uuid;
delete from billing.file where organization_id = current_setting('app.organization')::uuid and direction = 'IN';
