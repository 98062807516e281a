-- What a receiver said of a claim before the payer's answer. Reports are only added; the last one counts.
create table billing.claim_report (
    organization_id uuid not null,
    id uuid not null,
    claim_id uuid not null,
    source_id uuid not null,               -- the file that said it
    kind text not null check (kind in ('TA1', '999', '277CA')),
    accepted boolean not null,
    words text not null,                   -- why, in our words; of codes only
    at timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, claim_id, source_id, kind),
    foreign key (organization_id, claim_id) references billing.claim (organization_id, id)
);
call platform.wall('billing.claim_report', 'select, insert');
