-- What moves between a client and us without a claim: payments, days without a payer, discounts, refunds. Rooms to the
-- right bring such moves; each keeps a view that says them from its own events, as receivables.derived does for claims.
alter table receivables.transfer
    add column client_id uuid,             -- whose account; absent where a claim says so
    add constraint transfer_one_owner check (client_id is null or (claim_id is null and remittance_id is null));
create index transfer_client on receivables.transfer (organization_id, client_id) where client_id is not null;

-- What clients owe beside their claims, negative where they paid more: the sums of those transfers.
create table receivables.client_balance (
    organization_id uuid not null,
    client_id uuid not null,
    cents bigint not null,
    primary key (organization_id, client_id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
call platform.wall('receivables.client_balance', 'select, insert, update');

-- Published: every move, and what clients owe of claims and beside them.
create view receivables.public_transfer with (security_invoker = true) as
    select organization_id, event, event_id, number, debit, credit, cents, claim_id, remittance_id, client_id, at
      from receivables.transfer;
create view receivables.public_client_owed with (security_invoker = true) as
    select b.organization_id, c.client_id, b.client_cents as cents
      from receivables.balance b
      join billing.public_claim c on c.organization_id = b.organization_id and c.id = b.claim_id
     where b.client_cents <> 0
    union all
    select organization_id, client_id, cents from receivables.client_balance where cents <> 0;
grant select on receivables.public_transfer, receivables.public_client_owed to ${appRole};
