-- What a proposal would have done to the last 90 days and would do to the next 14. Nothing here takes part in a decision;
-- kept weeks and days are not touched by a replay.
create table ledger.replay (
    organization_id uuid not null,
    id uuid not null,
    proposal_id uuid not null,
    contract_id uuid not null,
    fingerprint text not null,             -- of the proposal and all that it stands on: publishing asks for the same one
    from_date date not null,
    to_date date not null,
    started_by text not null,
    started_at timestamptz not null,
    clients int not null,                  -- that the contract covers in the span
    clients_done int not null,
    after_client uuid,                     -- the last one done: the next batch begins after it
    weeks int not null,                    -- client-weeks decided, each twice
    days int not null,                     -- client-days of the contract among them
    before_cents bigint not null,          -- billable days of the contract as they stand
    after_cents bigint not null,           -- and under the proposal
    finished_at timestamptz,
    primary key (organization_id, id)
);
create index replay_proposal on ledger.replay (organization_id, proposal_id, started_at);
call platform.wall('ledger.replay', 'select, insert, update');

-- A client-day that comes out differently.
create table ledger.replay_day (
    organization_id uuid not null,
    replay_id uuid not null,
    client_id uuid not null,
    local_date date not null,
    before_state text not null,
    before_reason text,
    before_evidence text,
    before_countable int not null,
    before_units numeric(8, 2) not null,
    before_cents bigint not null,
    after_state text not null,
    after_reason text,
    after_evidence text,
    after_countable int not null,
    after_units numeric(8, 2) not null,
    after_cents bigint not null,
    primary key (organization_id, replay_id, client_id, local_date),
    foreign key (organization_id, replay_id) references ledger.replay (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
call platform.wall('ledger.replay_day', 'select, insert');
