create schema outreach;
grant usage on schema outreach to ${appRole};

-- Which message reminds of which visit: one row per message that was asked for, so that it can be taken back when the
-- visit is. Its message may not be there, where the client wants none.
create table outreach.reminder (
    organization_id uuid not null,
    id uuid not null,                      -- also the message's id
    client_id uuid not null,
    session_id uuid not null,              -- the first of the visit
    local_date date not null,
    kind text not null check (kind in ('DAY', 'SOON')),
    starts_at timestamptz not null,
    queued_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id)
);
create index reminder_stands on outreach.reminder (organization_id, starts_at) where withdrawn_at is null;
create index reminder_client on outreach.reminder (organization_id, client_id, local_date);
call platform.wall('outreach.reminder', 'select, insert, update');

-- Somebody was expected and was not here: one row per client and day, whatever they missed of it.
create table outreach.absence (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    session_id uuid not null,              -- the first that was missed
    site_id uuid not null,
    local_date date not null,
    noticed_at timestamptz not null,
    owner_account uuid,
    owner_name text,
    closed_at timestamptz,
    outcome text check (outcome in ('CAME', 'EXPLAINED', 'RETURNS', 'WANTS_CHANGE', 'LEAVES', 'UNREACHED')),
    primary key (organization_id, id),
    unique (organization_id, client_id, local_date),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id),
    check ((closed_at is null) = (outcome is null))
);
create index absence_open on outreach.absence (organization_id, local_date) where closed_at is null;
create index absence_day on outreach.absence (organization_id, local_date);
call platform.wall('outreach.absence', 'select, insert, update');

-- What was done about it, and what came of it. Only added.
create table outreach.attempt (
    organization_id uuid not null,
    id uuid not null,
    absence_id uuid not null,
    step text not null check (step in ('TEXT', 'CALL', 'CALL_AGAIN', 'EMERGENCY_CONTACT', 'LETTER', 'CONFERENCE')),
    result text not null check (result in ('QUEUED', 'NOT_WANTED', 'REACHED', 'VOICEMAIL', 'NO_ANSWER', 'DONE')),
    words bytea,                           -- sealed
    at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    primary key (organization_id, id),
    foreign key (organization_id, absence_id) references outreach.absence (organization_id, id)
);
create index attempt_absence on outreach.attempt (organization_id, absence_id, at);
call platform.wall('outreach.attempt', 'select, insert');
