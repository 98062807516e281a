-- Claims, postings and decisions from before the ledger of money get the transfers that they would have had: what is derived and
-- not kept is added, and balances are summed up again. The walls are taken down for these two statements alone.
do $$
declare
    name text;
    walled text[] := array['billing.claim', 'billing.posting', 'billing.remittance', 'billing.provider_adjustment',
        'billing.hand_match', 'receivables.decision', 'receivables.transfer', 'receivables.balance'];
begin
    foreach name in array walled loop
        execute format('alter table %s no force row level security', name);
    end loop;
    insert into receivables.transfer (organization_id, event, event_id, number, debit, credit, cents, claim_id, remittance_id, at)
    select organization_id, event, event_id, number, debit, credit, cents, claim_id, remittance_id, at
      from receivables.derived
    on conflict (organization_id, event, event_id, number) do nothing;
    insert into receivables.balance (organization_id, claim_id, payer_cents, client_cents)
    select organization_id, claim_id,
           sum(case 'PAYER' when debit then cents when credit then -cents else 0 end),
           sum(case 'CLIENT' when debit then cents when credit then -cents else 0 end)
      from receivables.transfer
     where claim_id is not null
     group by organization_id, claim_id
    on conflict (organization_id, claim_id) do update
        set payer_cents = excluded.payer_cents, client_cents = excluded.client_cents;
    foreach name in array walled loop
        execute format('alter table %s force row level security', name);
    end loop;
end
$$;
