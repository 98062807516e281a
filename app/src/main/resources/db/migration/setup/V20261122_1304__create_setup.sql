create schema setup;
grant usage on schema setup to ${appRole};

-- A program that somebody is setting up: everything that was typed, step by step, until it is made or given up.
create table setup.draft (
    organization_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    step text not null,
    answers jsonb not null,
    saved_at timestamptz not null,
    made_at timestamptz,
    program_id uuid,
    undone_at timestamptz,
    primary key (organization_id, id),
    check ((made_at is null) = (program_id is null))
);
create index draft_account on setup.draft (organization_id, account_id);
call platform.wall('setup.draft', 'select, insert, update, delete');
