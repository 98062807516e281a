create schema transitions;
grant usage on schema transitions to ${appRole};

-- One change of the level of care with all that it rewrote. Taken back it stays, with who did it.
create table transitions.transition (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    episode_id uuid not null,
    kind text not null check (kind in ('STEP_UP', 'STEP_DOWN', 'TAPER', 'TRANSFER', 'SCHEDULE')),
    from_date date not null,
    steps jsonb not null,                  -- dated levels, hours and weeks
    before jsonb not null,                 -- what gave way: placements, hours, enrollments, the day the plan was due
    reason bytea not null,                 -- sealed
    paper_id uuid,                         -- the signed determination that it carries out
    seats_left int not null,
    seats_taken int not null,
    made_at timestamptz not null,
    made_by uuid not null,
    made_by_name text not null,
    undone_at timestamptz,
    undone_by_name text,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, episode_id) references episodes.episode (organization_id, id),
    foreign key (organization_id, paper_id) references papers.paper (organization_id, id),
    check ((undone_at is null) = (undone_by_name is null))
);
create index transition_client on transitions.transition (organization_id, client_id, made_at desc);
call platform.wall('transitions.transition', 'select, insert, update');

-- A payer that grants days is asked anew for a new level or other hours.
create table transitions.need (
    organization_id uuid not null,
    transition_id uuid not null,
    number int not null,                   -- of the step
    client_id uuid not null,
    contract_id uuid not null,
    level_of_care text not null check (level_of_care in ('IOP', 'PHP', 'OP')),
    minutes_per_week int not null,
    from_date date not null,
    asked_at timestamptz,                  -- the payer was asked or answered
    withdraw boolean not null default false, -- the change was taken back after the payer was asked
    closed_at timestamptz,
    primary key (organization_id, transition_id, number),
    foreign key (organization_id, transition_id) references transitions.transition (organization_id, id),
    foreign key (organization_id, contract_id) references payers.contract (organization_id, id)
);
create index need_open on transitions.need (organization_id, client_id) where closed_at is null;
call platform.wall('transitions.need', 'select, insert, update');

-- A signed determination whose level is not the one the client is at: somebody carries it out.
create table transitions.determination (
    organization_id uuid not null,
    paper_id uuid not null,
    client_id uuid not null,
    level_of_care text not null check (level_of_care in ('IOP', 'PHP', 'OP')),
    decided_on date not null,
    closed_at timestamptz,
    primary key (organization_id, paper_id),
    foreign key (organization_id, paper_id) references papers.paper (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index determination_open on transitions.determination (organization_id, client_id) where closed_at is null;
call platform.wall('transitions.determination', 'select, insert, update');
