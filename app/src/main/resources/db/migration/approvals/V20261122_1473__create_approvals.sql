create schema approvals;
grant usage on schema approvals to ${appRole};

-- A request for an authorization that went out (278), and what the payer says of it. Its id is its trace number. A payer may
-- say first that it is still looking (A4, CT): then the last word comes later, in another file.
create table approvals.request (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    authorization_id uuid not null,
    control_number bigint not null,        -- of the file that it stands in
    consent_id uuid,                       -- under which it was disclosed, where one was needed or there
    asked_at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'PENDED', 'ANSWERED', 'RETURNED')),
    answered_at timestamptz,
    source_id uuid,                        -- the arrival that the answer stands in, kept as it came
    words text not null default '',
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, authorization_id)
        references authorizations.authorization (organization_id, id),
    check ((state = 'WAITING') = (answered_at is null))
);
create index request_authorization on approvals.request (organization_id, authorization_id, asked_at);
-- One that waits is not asked again: nobody answers two at once.
create unique index request_open on approvals.request (organization_id, authorization_id)
    where state in ('WAITING', 'PENDED');
call platform.wall('approvals.request', 'select, insert, update');
