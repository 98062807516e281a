-- What one contract changes in its rule set. A proposal is written once and never changed: a second person publishes it,
-- or it is withdrawn. What is published ends through another proposal, so that its end is replayed and read over too.
create table payers.rule_proposal (
    organization_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    rule_set text not null,                -- the contract's when it was proposed: under another one it says nothing
    path text not null,                    -- where in the rulebook: rules/day-minutes/at_least
    value text not null,
    before text not null,                  -- what stood there
    reason text not null,
    from_date date not null,
    through_date date,                     -- last day in force; the day before from_date takes it back altogether
    ends_id uuid,                          -- the published one that this one ends on through_date
    author_id uuid not null,               -- account
    author_name text not null,
    proposed_at timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, id, author_id),
    foreign key (organization_id, contract_id) references payers.contract (organization_id, id),
    foreign key (organization_id, ends_id) references payers.rule_proposal (organization_id, id),
    check (ends_id is null or through_date is not null)
);
create index rule_proposal_contract on payers.rule_proposal (organization_id, contract_id);
create index rule_proposal_ends on payers.rule_proposal (organization_id, ends_id) where ends_id is not null;
call platform.wall('payers.rule_proposal', 'select, insert');

-- The one answer to a proposal. Four eyes: who wrote it cannot publish it, whatever a program says.
create table payers.rule_answer (
    organization_id uuid not null,
    proposal_id uuid not null,
    author_id uuid not null,
    published boolean not null,            -- false: withdrawn
    replay_id uuid,                        -- the replay that was looked at before
    account_id uuid not null,
    account_name text not null,
    answered_at timestamptz not null,
    primary key (organization_id, proposal_id),
    foreign key (organization_id, proposal_id, author_id)
        references payers.rule_proposal (organization_id, id, author_id),
    check (not published or account_id <> author_id),
    check (published = (replay_id is not null))
);
call platform.wall('payers.rule_answer', 'select, insert');

-- What is in force, each from its first to its last day.
create view payers.public_override with (security_invoker = true) as
    select p.organization_id, p.id, p.contract_id, p.path, p.value, p.author_name, p.reason, p.from_date, e.through_date
      from payers.rule_proposal p
      join payers.rule_answer a on a.organization_id = p.organization_id and a.proposal_id = p.id and a.published
      join payers.contract c on c.organization_id = p.organization_id and c.id = p.contract_id
                            and c.rule_set = p.rule_set
     cross join lateral (
           select least(p.through_date, min(ending.through_date)) as through_date
             from payers.rule_proposal ending
             join payers.rule_answer said on said.organization_id = ending.organization_id
                                         and said.proposal_id = ending.id and said.published
            where ending.organization_id = p.organization_id and ending.ends_id = p.id) e
     where p.ends_id is null and (e.through_date is null or e.through_date >= p.from_date);
grant select on payers.public_override to ${appRole};
