-- A line of a remittance that found no claim by itself, and that a person gave to one; or took back again. What the
-- payer sent stays as it came: only where the line belongs changes, and who said so stands here.
create table billing.hand_match (
    organization_id uuid not null,
    id uuid not null,
    posting_id uuid not null,
    claim_id uuid not null,
    claim_line_id uuid,                    -- absent: to the claim as a whole
    unmatched_reason text not null,        -- why it waited, and waits again once this is taken back
    reason text not null,
    at timestamptz not null,
    account_id uuid not null,
    undone_at timestamptz,
    undone_reason text,
    undone_by uuid,
    primary key (organization_id, id),
    foreign key (organization_id, posting_id) references billing.posting (organization_id, id),
    foreign key (organization_id, claim_id) references billing.claim (organization_id, id),
    foreign key (organization_id, claim_line_id) references billing.claim_line (organization_id, id),
    check ((undone_at is null) = (undone_reason is null) and (undone_at is null) = (undone_by is null))
);
create unique index hand_match_stands on billing.hand_match (organization_id, posting_id) where undone_at is null;
call platform.wall('billing.hand_match', 'select, insert, update');
grant update (claim_id, claim_line_id, unmatched_reason) on billing.posting to ${appRole};
