-- What was asked stays beside what was granted, so that the next request can be read against the last.
alter table authorizations.authorization
    add kind text not null default 'INITIAL' check (kind in ('INITIAL', 'CONCURRENT', 'RETRO')),
    add procedure_code text,               -- where the payer grants one service only
    add asked_unit text check (asked_unit in ('DAY', 'UNIT', 'HOUR', 'VISIT')),
    add asked_from date,
    add asked_to date check (asked_to >= asked_from),
    add asked_at timestamptz,              -- when it was recorded on the day it was asked: the payer's clock runs from here
    add reviewer text,                     -- who decided at the payer
    add next_review_on date,
    add denial_reason text;

-- How a payer decides under one contract, where it differs from the clocks of its kind.
create table authorizations.review_terms (
    organization_id uuid not null,
    contract_id uuid not null,
    decision_hours int not null check (decision_hours between 1 and 2160),
    peer_days int not null check (peer_days between 0 and 90),     -- working days from the denial
    appeal_days int not null check (appeal_days between 1 and 730),
    criteria text check (criteria in ('GENERAL', 'ASAM_3', 'ASAM_4')),
    phone text,
    portal text,
    script text,
    primary key (organization_id, contract_id),
    foreign key (organization_id, contract_id) references payers.contract (organization_id, id)
);
call platform.wall('authorizations.review_terms', 'select, insert, update');

-- What a denial asks of us, each with its own clock.
create table authorizations.follow_up (
    organization_id uuid not null,
    authorization_id uuid not null,
    kind text not null check (kind in ('PEER_TO_PEER', 'APPEAL', 'APPEAL_ANSWER')),
    opened_on date not null,
    due_on date not null,
    closed_on date,
    outcome text check (outcome in ('OVERTURNED', 'UPHELD', 'FILED', 'DROPPED')),
    primary key (organization_id, authorization_id, kind),
    foreign key (organization_id, authorization_id) references authorizations.authorization (organization_id, id),
    check ((closed_on is null) = (outcome is null))
);
create index follow_up_open on authorizations.follow_up (organization_id, due_on) where closed_on is null;
call platform.wall('authorizations.follow_up', 'select, insert, update');

-- What left for a payer, as it left, and the consent it left under. Never changed.
create table authorizations.packet (
    organization_id uuid not null,
    id uuid not null,
    authorization_id uuid not null,
    client_id uuid not null,
    purpose text not null check (purpose in ('REVIEW', 'APPEAL')),
    criteria text not null check (criteria in ('GENERAL', 'ASAM_3', 'ASAM_4')),
    consent_id uuid,                       -- the signed version in force; absent only where 42 CFR Part 2 does not apply
    recipient text not null,
    content jsonb not null,
    ready int not null,
    items int not null,
    sent_on date not null,
    sent_at timestamptz not null,
    account_id uuid not null,
    primary key (organization_id, id),
    foreign key (organization_id, authorization_id) references authorizations.authorization (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, consent_id) references clients.consent (organization_id, id)
);
create index packet_authorization on authorizations.packet (organization_id, authorization_id, sent_at);
call platform.wall('authorizations.packet', 'select, insert');
