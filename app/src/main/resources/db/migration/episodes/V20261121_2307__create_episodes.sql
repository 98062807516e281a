create schema episodes;
grant usage on schema episodes to ${appRole};

create table episodes.episode (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    program_id uuid not null,
    admitted_on date not null,
    discharged_on date check (discharged_on >= admitted_on),
    discharge_reason text check (discharge_reason in
        ('COMPLETED', 'TRANSFERRED', 'LEFT_AGAINST_ADVICE', 'LOST_CONTACT', 'PAYER_ENDED', 'MOVED', 'DECEASED', 'OTHER')),
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, program_id) references organizations.program (organization_id, id),
    check ((discharged_on is null) = (discharge_reason is null))
);
create index episode_client on episodes.episode (organization_id, client_id);
-- Nobody is in two open episodes of one program.
create unique index episode_open on episodes.episode (organization_id, client_id, program_id)
    where discharged_on is null;
call platform.wall('episodes.episode', 'select, insert, update');

create table episodes.placement (
    organization_id uuid not null,
    id uuid not null,
    episode_id uuid not null,
    level_of_care text not null check (level_of_care in ('IOP', 'PHP', 'OP')),
    from_date date not null,
    to_date date,
    primary key (organization_id, id),
    unique (organization_id, episode_id, from_date),
    foreign key (organization_id, episode_id) references episodes.episode (organization_id, id)
);
call platform.wall('episodes.placement', 'select, insert, update');

-- Versions of a plan: a change is a new row from a date.
create table episodes.plan (
    organization_id uuid not null,
    id uuid not null,
    episode_id uuid not null,
    minutes_per_week int not null check (minutes_per_week > 0),
    from_date date not null,
    physician_signed_on date,
    certified_on date,
    recorded_at timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, episode_id, from_date),
    foreign key (organization_id, episode_id) references episodes.episode (organization_id, id)
);
call platform.wall('episodes.plan', 'select, insert, update');

create table episodes.goal (
    organization_id uuid not null,
    id uuid not null,
    episode_id uuid not null,
    number int not null check (number > 0),
    text text not null,
    closed_on date,
    primary key (organization_id, id),
    unique (organization_id, episode_id, number),
    foreign key (organization_id, episode_id) references episodes.episode (organization_id, id)
);
call platform.wall('episodes.goal', 'select, insert, update');

create table episodes.diagnosis (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    code text not null,                    -- ICD-10-CM where we may bill with it, else the code of the source
    system text not null check (system in ('ICD-10-CM', 'SNOMED')),
    description text not null,
    diagnosis_class text check (diagnosis_class in ('MH', 'SUD', 'OUD')),
    rank int not null check (rank > 0),    -- 1 is the principal one
    from_date date not null,
    to_date date,
    source_id text,
    primary key (organization_id, id),
    unique (organization_id, client_id, source_id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index diagnosis_client on episodes.diagnosis (organization_id, client_id);
call platform.wall('episodes.diagnosis', 'select, insert, update');

create table episodes.score (              -- totals that another system computed; ours come with measures
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    instrument text not null,              -- PHQ-9, GAD-7 …
    taken_on date not null,
    total int not null,
    source_id text,
    primary key (organization_id, id),
    unique (organization_id, client_id, source_id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index score_client on episodes.score (organization_id, client_id, instrument, taken_on);
call platform.wall('episodes.score', 'select, insert');

create view episodes.public_episode with (security_invoker = true) as
    select organization_id, id, client_id, program_id, admitted_on, discharged_on from episodes.episode;
create view episodes.public_placement with (security_invoker = true) as
    select organization_id, episode_id, level_of_care, from_date, to_date from episodes.placement;
create view episodes.public_plan with (security_invoker = true) as
    select organization_id, episode_id, minutes_per_week, from_date, physician_signed_on, certified_on
      from episodes.plan;
create view episodes.public_goal with (security_invoker = true) as
    select organization_id, id, episode_id, number, text, closed_on from episodes.goal;
create view episodes.public_diagnosis with (security_invoker = true) as
    select organization_id, client_id, code, system, description, diagnosis_class, rank, from_date, to_date
      from episodes.diagnosis;
create view episodes.public_score with (security_invoker = true) as
    select organization_id, client_id, instrument, taken_on, total from episodes.score;
grant select on episodes.public_episode, episodes.public_placement, episodes.public_plan, episodes.public_goal,
    episodes.public_diagnosis, episodes.public_score to ${appRole};
