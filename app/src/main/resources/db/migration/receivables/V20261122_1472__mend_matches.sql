-- Matches by hand from before get what they would move today, and balances are summed up again. The walls are taken down for
-- these statements alone.
do $$
declare
    name text;
    walled text[] := array['billing.claim', 'billing.claim_line', 'billing.posting', 'billing.remittance',
        'billing.provider_adjustment', 'billing.hand_match', 'receivables.decision', 'receivables.transfer',
        'receivables.balance'];
begin
    foreach name in array walled loop
        execute format('alter table %s no force row level security', name);
    end loop;
    create temporary table mended on commit drop as
        select * from receivables.derived where event in ('MATCHED', 'MATCH_TAKEN_BACK') and number = 3;
    delete from receivables.transfer t
     where t.event in ('MATCHED', 'MATCH_TAKEN_BACK') and t.number = 3
       and not exists (select from mended d
                        where d.organization_id = t.organization_id and d.event = t.event and d.event_id = t.event_id
                          and d.cents = t.cents);
    insert into receivables.transfer (organization_id, event, event_id, number, debit, credit, cents, claim_id, remittance_id, at)
    select organization_id, event, event_id, number, debit, credit, cents, claim_id, remittance_id, at
      from mended
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
