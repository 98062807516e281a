create schema plans;
grant usage on schema plans to ${appRole};

-- What stands around the goals of an episode. Goals and prescribed hours themselves live in episodes: there is one plan.
create table plans.outline (
    organization_id uuid not null,
    episode_id uuid not null,
    minutes_per_week int not null check (minutes_per_week between 1 and 10080),
    weeks int check (weeks between 1 and 104),
    words bytea not null,                  -- strengths, barriers, preferences, supports, when the client is done
    revision int not null,
    saved_at timestamptz not null,
    saved_by uuid not null,
    primary key (organization_id, episode_id),
    foreign key (organization_id, episode_id) references episodes.episode (organization_id, id)
);
call platform.wall('plans.outline', 'select, insert, update');

create table plans.problem (
    organization_id uuid not null,
    id uuid not null,
    episode_id uuid not null,
    number int not null check (number > 0),
    statement bytea not null,
    diagnosis_code text,
    deferred_until date,                   -- not worked on now: looked at again that day
    deferral_reason bytea,
    primary key (organization_id, id),
    unique (organization_id, episode_id, number),
    foreign key (organization_id, episode_id) references episodes.episode (organization_id, id),
    check ((deferred_until is null) = (deferral_reason is null))
);
call platform.wall('plans.problem', 'select, insert, update');

-- Which problem a goal answers.
create table plans.aim (
    organization_id uuid not null,
    goal_id uuid not null,
    problem_id uuid not null,
    primary key (organization_id, goal_id),
    foreign key (organization_id, goal_id) references episodes.goal (organization_id, id),
    foreign key (organization_id, problem_id) references plans.problem (organization_id, id)
);
call platform.wall('plans.aim', 'select, insert, update');

create table plans.objective (
    organization_id uuid not null,
    id uuid not null,
    goal_id uuid not null,
    number int not null check (number > 0),
    content bytea not null,                -- the text, how it is measured, from where to where
    scored boolean not null,               -- measured by a standardized score
    target_on date not null,
    status text not null check (status in
        ('NEW', 'IN_PROGRESS', 'PARTLY_MET', 'MET', 'NOT_MET', 'REVISED', 'DISCONTINUED')),
    status_on date not null,
    primary key (organization_id, id),
    unique (organization_id, goal_id, number),
    foreign key (organization_id, goal_id) references episodes.goal (organization_id, id)
);
call platform.wall('plans.objective', 'select, insert, update');

-- How an objective went, each time somebody looked. Only added.
create table plans.progress (
    organization_id uuid not null,
    id uuid not null,
    objective_id uuid not null,
    status text not null,
    on_date date not null,
    at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    primary key (organization_id, id),
    foreign key (organization_id, objective_id) references plans.objective (organization_id, id)
);
create index progress_objective on plans.progress (organization_id, objective_id);
call platform.wall('plans.progress', 'select, insert');

create table plans.intervention (
    organization_id uuid not null,
    id uuid not null,
    objective_id uuid not null,
    modality text not null check (modality in
        ('GROUP', 'INDIVIDUAL', 'FAMILY', 'CASE_MANAGEMENT', 'PEER', 'MEDICATION', 'EDUCATION', 'TESTING')),
    approach text not null,
    times_per_week numeric(4, 2) not null check (times_per_week > 0 and times_per_week <= 21),
    minutes int not null check (minutes between 5 and 480),
    weeks int not null check (weeks between 1 and 104),
    responsible text not null,             -- name and credential, as printed
    ended_on date,
    primary key (organization_id, id),
    foreign key (organization_id, objective_id) references plans.objective (organization_id, id)
);
create index intervention_objective on plans.intervention (organization_id, objective_id);
call platform.wall('plans.intervention', 'select, insert, update');

-- A plan as it was signed. Only added.
create table plans.version (
    organization_id uuid not null,
    id uuid not null,
    episode_id uuid not null,
    number int not null check (number > 0),
    from_date date not null,
    review_on date not null,
    content bytea not null,                -- sealed; the hash is taken over exactly these characters
    content_hash bytea not null,
    signed_at timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, episode_id, number),
    foreign key (organization_id, episode_id) references episodes.episode (organization_id, id)
);
call platform.wall('plans.version', 'select, insert');

-- Who stands behind a version: a signature, or why there is none. Only added.
create table plans.signature (
    organization_id uuid not null,
    id uuid not null,
    version_id uuid not null,
    signer text not null check (signer in ('AUTHOR', 'CLIENT', 'GUARDIAN', 'PRESCRIBER', 'TEAM')),
    printed_name text not null,
    account_id uuid not null,              -- who signed, or before whom the client signed
    refusal text,                          -- why the client did not sign; absent where there is a signature
    certified boolean not null default false,
    content_hash bytea not null,
    signed_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, version_id) references plans.version (organization_id, id)
);
create index signature_version on plans.signature (organization_id, version_id);
call platform.wall('plans.signature', 'select, insert');

-- How often a plan is reviewed, where it differs from the default: for a program, or for one contract in it.
create table plans.cadence (
    organization_id uuid not null,
    id uuid not null,
    program_id uuid not null,
    contract_id uuid,
    first_days int not null check (first_days between 1 and 60),
    review_days int not null check (review_days between 1 and 365),
    primary key (organization_id, id),
    unique nulls not distinct (organization_id, program_id, contract_id),
    foreign key (organization_id, program_id) references organizations.program (organization_id, id),
    foreign key (organization_id, contract_id) references payers.contract (organization_id, id)
);
call platform.wall('plans.cadence', 'select, insert, update, delete');

-- When the plan of an open episode is due, for lists. Computed from admission, cadence and the last version.
create table plans.due (
    organization_id uuid not null,
    episode_id uuid not null,
    client_id uuid not null,
    due_on date not null,
    first boolean not null,                -- no version is signed yet
    primary key (organization_id, episode_id),
    foreign key (organization_id, episode_id) references episodes.episode (organization_id, id)
);
create index due_client on plans.due (organization_id, client_id, due_on);
create index due_day on plans.due (organization_id, due_on);
call platform.wall('plans.due', 'select, insert, update, delete');

create view plans.public_due with (security_invoker = true) as
    select organization_id, episode_id, client_id, due_on, first from plans.due;
-- Published: objectives by number and state; their text stays sealed and is asked of the door.
create view plans.public_objective with (security_invoker = true) as
    select organization_id, id, goal_id, number, scored, target_on, status, status_on from plans.objective;
grant select on plans.public_due, plans.public_objective to ${appRole};
