-- Where does a claim stand? Each question is a file of its own (276); every answer (277) is kept, and the last one counts.
alter table billing.file drop constraint file_kind_check,
    add constraint file_kind_check check (kind in ('837I', '837P', '835', '270', '276', '278'));
create table billing.status_question (
    organization_id uuid not null references organizations.organization,
    id uuid not null,
    claim_id uuid not null,
    file_id uuid not null,
    trace text not null,                   -- TRN02: what comes back on the answer
    at timestamptz not null,
    account_id uuid not null,
    primary key (organization_id, id),
    unique (organization_id, trace),
    foreign key (organization_id, claim_id) references billing.claim (organization_id, id),
    foreign key (organization_id, file_id) references billing.file (organization_id, id)
);
create index status_question_claim on billing.status_question (organization_id, claim_id);
call platform.wall('billing.status_question', 'select, insert');
create table billing.status_answer (
    organization_id uuid not null,
    id uuid not null,
    claim_id uuid not null,
    source_id uuid not null,               -- the file that said it
    category text not null,                -- STC01-1
    code text not null,                    -- STC01-2
    entity text,
    payer_claim_number text,
    at timestamptz not null,
    primary key (organization_id, id),
    unique nulls not distinct (organization_id, claim_id, source_id, category, code, entity),
    foreign key (organization_id, claim_id) references billing.claim (organization_id, id)
);
call platform.wall('billing.status_answer', 'select, insert');
create view billing.public_status_question with (security_invoker = true) as
    select organization_id, claim_id, file_id from billing.status_question;
grant select on billing.public_status_question to ${appRole};
