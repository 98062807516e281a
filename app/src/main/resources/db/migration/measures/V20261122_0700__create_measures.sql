-- Measures given and answered, their results, and the alerts they raise. Raw option codes are data: they are kept as
-- they were chosen, behind the tenant wall; what people write in prose is sealed.
create schema measures;
grant usage on schema measures to ${appRole};

-- One hand-over: a tablet in the lobby, a link on a phone, an interview, a sheet of paper; with one measure or several.
create table measures.sitting (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    mode text not null check (mode in ('TABLET', 'LINK', 'CLINICIAN', 'PAPER')),
    language text not null check (language in ('en', 'es')),
    taken_on date,                         -- the day on the paper; else the day each measure is submitted
    asked_by uuid not null,
    asked_at timestamptz not null,
    code_hash bytea,                       -- of the six characters, keyed: taken away when they are typed
    token_hash bytea,                      -- SHA-256 of the link: a stolen table opens nothing
    expires_at timestamptz,
    opened_at timestamptz,
    ended_at timestamptz,                  -- every measure is submitted, or the sitting was called off
    primary key (organization_id, id),
    unique (organization_id, code_hash),
    unique (organization_id, token_hash),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index sitting_client on measures.sitting (organization_id, client_id, asked_at);
call platform.wall('measures.sitting', 'select, insert, update');

create table measures.administration (
    organization_id uuid not null,
    id uuid not null,
    sitting_id uuid not null,
    client_id uuid not null,
    number int not null check (number > 0),          -- 1, 2, 3 … in the sitting
    instrument text not null,              -- PHQ-9, GAD-7 …
    version text not null,                 -- of the instrument; a result is kept with it
    submitted_at timestamptz,
    cancelled_at timestamptz,
    primary key (organization_id, id),
    unique (organization_id, sitting_id, number),
    foreign key (organization_id, sitting_id) references measures.sitting (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index administration_client on measures.administration (organization_id, client_id);
call platform.wall('measures.administration', 'select, insert, update');

-- Appended, never overwritten: an answer that is changed is one more row, and the latest stands.
create table measures.answer (
    organization_id uuid not null,
    administration_id uuid not null,
    number int not null check (number > 0),
    item text not null,
    code int,                              -- the raw option code; null: left out on purpose
    language text not null,                -- in which it was asked
    account_id uuid not null,              -- who entered it; the sitting's own id where the client did
    answered_at timestamptz not null,
    primary key (organization_id, administration_id, number),
    foreign key (organization_id, administration_id) references measures.administration (organization_id, id)
);
call platform.wall('measures.answer', 'select, insert');

-- A result is never changed: a correction is the next version with its reason.
create table measures.result (
    organization_id uuid not null,
    administration_id uuid not null,
    number int not null check (number > 0),          -- 1 as submitted, 2, 3 … corrections
    client_id uuid not null,
    instrument text not null,
    version text not null,
    engine text not null,
    mode text not null,
    language text not null,
    taken_on date not null,                -- the site's day
    recorded_at timestamptz not null,
    account_id uuid not null,
    treatment_day int,                     -- program days attended up to then; null where none was
    answers jsonb not null,                -- item to raw code, as scored
    valid boolean not null,
    total numeric,
    severity text,
    subscales jsonb not null,
    flags text[] not null,
    missing text[] not null,
    prorated boolean not null,
    alert_class text check (alert_class in ('A0', 'A1', 'A2', 'A3', 'A4')),
    reason text,                           -- a code, never prose
    withdrawn boolean not null default false,
    primary key (organization_id, administration_id, number),
    foreign key (organization_id, administration_id) references measures.administration (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    check ((number = 1) = (reason is null))
);
create index result_client on measures.result (organization_id, client_id, instrument, taken_on);
call platform.wall('measures.result', 'select, insert');

create table measures.alert (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    administration_id uuid not null,
    instrument text not null,
    alert_class text not null check (alert_class in ('A0', 'A1', 'A2', 'A3')),
    cause text not null,                   -- the flag, the severity or the sign, such as SI_ITEM9
    raised_at timestamptz not null,
    due_at timestamptz not null,
    owner_id uuid,                         -- the member of staff; absent: the director's
    seen_at timestamptz,
    seen_by uuid,
    taken_at timestamptz,
    taken_by uuid,
    escalated_at timestamptz,
    closed_at timestamptz,
    closed_by uuid,
    decision text,
    risk text,
    plan_reviewed boolean,
    note bytea,                            -- sealed
    primary key (organization_id, id),
    unique (organization_id, administration_id, cause),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, administration_id) references measures.administration (organization_id, id),
    foreign key (organization_id, owner_id) references organizations.staff (organization_id, id),
    check ((closed_at is null) = (note is null)),
    check ((closed_at is null) = (decision is null))
);
create index alert_open on measures.alert (organization_id, due_at) where closed_at is null;
create index alert_client on measures.alert (organization_id, client_id, raised_at);
call platform.wall('measures.alert', 'select, insert, update');

-- What a client wants the team to know, in their own words.
create table measures.feedback (
    organization_id uuid not null,
    administration_id uuid not null,
    client_id uuid not null,
    words bytea not null,                  -- sealed
    given_at timestamptz not null,
    read_at timestamptz,
    read_by uuid,
    primary key (organization_id, administration_id),
    foreign key (organization_id, administration_id) references measures.administration (organization_id, id)
);
create index feedback_given on measures.feedback (organization_id, given_at);
call platform.wall('measures.feedback', 'select, insert, update');

-- Wording that a site loads itself after saying that it may; a licence's reference where one is needed.
create table measures.pack (
    organization_id uuid not null,
    id uuid not null,
    instrument text not null,
    version text not null,
    content text not null,
    attested_by text not null check (attested_by <> ''),
    reference text,
    account_id uuid not null,
    loaded_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id) references organizations.organization
);
create unique index pack_in_use on measures.pack (organization_id, instrument, version) where withdrawn_at is null;
call platform.wall('measures.pack', 'select, insert, update');

-- When a program gives what, where it differs from the instruments' own cadence.
create table measures.cadence (
    organization_id uuid not null,
    program_id uuid not null,
    instrument text not null,
    moments text[] not null,
    primary key (organization_id, program_id, instrument),
    foreign key (organization_id, program_id) references organizations.program (organization_id, id)
);
call platform.wall('measures.cadence', 'select, insert, delete');

-- Who answers at any hour: without it no measure with a question about suicide leaves by link.
create table measures.response_path (
    organization_id uuid not null,
    phone text not null check (phone <> ''),
    recorded_at timestamptz not null,
    primary key (organization_id),
    foreign key (organization_id) references organizations.organization
);
call platform.wall('measures.response_path', 'select, insert, update');

-- Published: the result that stands of each measure; corrected ones replaced, withdrawn ones gone.
create view measures.public_result with (security_invoker = true) as
    select r.organization_id, r.administration_id, r.number, r.client_id, r.instrument, r.version, r.mode, r.taken_on,
           r.treatment_day, r.valid, r.total, r.severity, r.flags, r.prorated,
           coalesce(r.total::text,
               (select string_agg(part.key || ' ' || (part.value ->> 'score'), ', ' order by part.key)
                  from jsonb_each(r.subscales) part
                 where part.value ->> 'score' is not null)) as scores
      from measures.result r
      left join measures.result later
        on later.organization_id = r.organization_id and later.administration_id = r.administration_id
       and later.number = r.number + 1
     where later.number is null and not r.withdrawn;
-- Published: alerts with their times, without what was written.
create view measures.public_alert with (security_invoker = true) as
    select organization_id, id, client_id, instrument, alert_class, cause, raised_at, due_at, closed_at
      from measures.alert;
grant select on measures.public_result, measures.public_alert to ${appRole};
