create schema medications;
grant usage on schema medications to ${appRole};

-- One medication of a client. What is known of it stands in its steps.
create table medications.medication (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index medication_client on medications.medication (organization_id, client_id);
call platform.wall('medications.medication', 'select, insert');

-- A reconciliation as it was signed: the list compared with its sources, line by line. Only added.
create table medications.reconciliation (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    episode_id uuid not null,
    moment text not null check (moment in ('ADMISSION', 'TRANSITION', 'VISIT', 'DISCHARGE')),
    signed_on date not null,
    unresolved int not null check (unresolved >= 0), -- lines that nobody could tell
    touched int not null check (touched >= 0),       -- lines changed or stopped
    content bytea not null,                -- sealed; the hash is taken over exactly these characters
    content_hash bytea not null,
    signed_at timestamptz not null,
    signed_by uuid not null,
    printed_name text not null,
    prescriber boolean not null,           -- signed by a prescriber, who needs no second look
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, episode_id) references episodes.episode (organization_id, id)
);
create index reconciliation_client on medications.reconciliation (organization_id, client_id, signed_at);
create index reconciliation_episode on medications.reconciliation (organization_id, episode_id);
call platform.wall('medications.reconciliation', 'select, insert');

-- That a prescriber looked through a reconciliation of somebody else. Only added.
create table medications.look (
    organization_id uuid not null,
    reconciliation_id uuid not null,
    account_id uuid not null,
    printed_name text not null,
    at timestamptz not null,
    primary key (organization_id, reconciliation_id),
    foreign key (organization_id, reconciliation_id) references medications.reconciliation (organization_id, id)
);
call platform.wall('medications.look', 'select, insert');

-- What was known of a medication from then on; the newest holds. Only added.
create table medications.step (
    organization_id uuid not null,
    medication_id uuid not null,
    number int not null check (number > 0),
    kind text not null check (kind in ('LISTED', 'CHANGED', 'STOPPED', 'RESUMED', 'MISTAKEN')),
    name text not null,
    dose text not null,                    -- empty while unknown
    route text not null,
    frequency text not null,
    prescriber text not null,
    source text not null check (source in ('CLIENT', 'BOTTLE', 'PHARMACY', 'MONITORING', 'RECORD', 'PRESCRIBED_HERE')),
    started_on date,                       -- absent while unknown
    stopped_on date,
    treatment boolean not null,            -- of addiction
    dispensing text not null,              -- where it is given or picked up
    next_due date,                         -- next injection, refill or visit
    adherence text not null check (adherence in ('UNKNOWN', 'AS_PRESCRIBED', 'SOMETIMES', 'NOT_TAKEN')),
    reason bytea,                          -- why; sealed
    reconciliation_id uuid,                -- the reconciliation that did it
    at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    primary key (organization_id, medication_id, number),
    foreign key (organization_id, medication_id) references medications.medication (organization_id, id),
    foreign key (organization_id, reconciliation_id) references medications.reconciliation (organization_id, id),
    check ((stopped_on is not null) = (kind in ('STOPPED', 'MISTAKEN')))
);
call platform.wall('medications.step', 'select, insert');

-- What a client must not have: noted, taken back, or that none is known. Only added.
create table medications.allergy_step (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    allergy_id uuid not null,              -- the same for noting and taking back
    kind text not null check (kind in ('NOTED', 'TAKEN_BACK', 'NONE_KNOWN')),
    substance text not null,
    reaction text not null,
    severity text not null check (severity in ('UNKNOWN', 'MILD', 'MODERATE', 'SEVERE')),
    reason bytea,
    at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index allergy_step_client on medications.allergy_step (organization_id, client_id, at);
call platform.wall('medications.allergy_step', 'select, insert');

-- Published: each medication as it is known now; never why.
create view medications.public_medication with (security_invoker = true) as
    select m.organization_id, m.id, m.client_id, s.name, s.dose, s.route, s.frequency, s.prescriber, s.treatment,
           s.next_due, s.started_on, s.stopped_on, s.kind
      from medications.medication m
      join medications.step s on s.organization_id = m.organization_id and s.medication_id = m.id
      left join medications.step later
        on later.organization_id = s.organization_id and later.medication_id = s.medication_id
       and later.number = s.number + 1
     where later.number is null;
-- Published: when the list was last compared with its sources.
create view medications.public_reconciliation with (security_invoker = true) as
    select organization_id, id, client_id, episode_id, moment, signed_on, unresolved from medications.reconciliation;
grant select on medications.public_medication, medications.public_reconciliation to ${appRole};
