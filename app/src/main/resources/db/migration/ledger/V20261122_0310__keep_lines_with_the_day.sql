-- A day's lines are written and thrown away with the day, so they live in its row; and a day keeps the minutes that are
-- still to come, so that a board need not add up the sessions of every client.
drop view ledger.public_line;
drop view ledger.public_day;
drop table ledger.kept_line;
alter table ledger.kept_day
    add lines jsonb not null default '[]',         -- what a billable day is billed as, in the order of the claim
    add ahead_minutes int not null default 0;      -- will be attended if everything planned is kept

-- What stands with a week is written with it and thrown away with it; the week names the client.
alter table ledger.kept_day drop constraint kept_day_organization_id_client_id_fkey;
alter table ledger.kept_week
    add ahead_minutes int not null default 0,      -- of all its days
    add drawn jsonb not null default '{}';         -- units used of each authorization by the end of the week, by its id

-- Weeks kept before have neither: all are due again, and none looks unchanged.
alter table ledger.kept_week
    alter valid_until type timestamptz using '-infinity'::timestamptz,
    alter input_hash type bytea using ''::bytea;

-- What time has overtaken is few rows among all that will be.
drop index ledger.kept_week_expiry;
create index kept_week_expiry on ledger.kept_week (organization_id, valid_until) where valid_until is not null;

create view ledger.public_day with (security_invoker = true) as
    select organization_id, client_id, local_date, week_start, contract_id, scheduled_minutes, attended_minutes,
           documented_minutes, countable_minutes, ahead_minutes, authorization_id, authorized_units, state, reason, fix,
           owner, owner_staff_id, session_id, expected_cents
      from ledger.kept_day;
create view ledger.public_line with (security_invoker = true) as
    select d.organization_id, d.client_id, d.local_date, l.number, l.session as session_id,
           l.procedure_code, l.revenue_code, l.modifiers, l.units, l.charge_cents
      from ledger.kept_day d
     cross join lateral jsonb_to_recordset(d.lines) as l(number int, session uuid, procedure_code text,
           revenue_code text, modifiers text[], units int, charge_cents bigint);
grant select on ledger.public_day, ledger.public_line to ${appRole};
create view ledger.public_week with (security_invoker = true) as
    select organization_id, client_id, week_start, contract_id, prescribed_minutes, needed_minutes, drawn
      from ledger.kept_week;
grant select on ledger.public_week to ${appRole};
