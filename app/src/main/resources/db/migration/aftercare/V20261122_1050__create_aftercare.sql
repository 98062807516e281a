create schema aftercare;
grant usage on schema aftercare to ${appRole};

-- What a signed discharge promises: an appointment, a referral, a check-in. Kept or not, with what came of it.
create table aftercare.promise (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    paper_id uuid not null,
    kind text not null check (kind in ('APPOINTMENT', 'REFERRAL', 'CHECK_IN')),
    due_on date not null,
    words bytea not null,                  -- sealed: with whom, where, by which way
    outcome text check (outcome in ('KEPT', 'NOT_KEPT')),
    answer bytea,                          -- sealed
    answered_at timestamptz,
    answered_by_name text,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, paper_id) references papers.paper (organization_id, id),
    check ((outcome is null) = (answered_at is null)),
    check ((outcome is null) = (answered_by_name is null))
);
create index promise_client on aftercare.promise (organization_id, client_id);
create index promise_open on aftercare.promise (organization_id, due_on) where outcome is null;
call platform.wall('aftercare.promise', 'select, insert, update');
