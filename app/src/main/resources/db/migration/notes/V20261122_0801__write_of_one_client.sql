-- Notes of one client outside a group: the draft is its author's alone, and its words are sealed.
create table notes.client_draft (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    session_id uuid,                        -- the planned session that it documents, where there is one
    kind text not null,
    format text not null,
    place text not null,
    local_date date,
    starts_at timestamptz,
    ends_at timestamptz,
    goal_id uuid,
    no_goal_reason text,
    sealed bytea not null,
    account_id uuid not null,
    version int not null,
    page uuid,
    created_at timestamptz not null,
    saved_at timestamptz not null,
    signed_at timestamptz,
    discarded_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id),
    foreign key (organization_id, goal_id) references episodes.goal (organization_id, id),
    check (ends_at > starts_at)
);
create index client_draft_open on notes.client_draft (organization_id, account_id)
    where signed_at is null and discarded_at is null;
call platform.wall('notes.client_draft', 'select, insert, update');

-- A signed note may belong to no session, and a signature may confirm another one.
alter table notes.signed_note alter column session_id drop not null;
alter table notes.signature
    alter column session_id drop not null,
    add column confirms uuid,
    add foreign key (organization_id, confirms) references notes.signature (organization_id, id)
        not valid;                          -- rows from before have none, and the wall hides them from the check
create index signature_confirms on notes.signature (organization_id, confirms) where confirms is not null;

-- Whose notes are read and signed by whom as well.
create table notes.supervision (
    organization_id uuid not null,
    staff_id uuid not null,
    supervisor_id uuid not null,
    set_by uuid not null,
    set_at timestamptz not null,
    primary key (organization_id, staff_id),
    foreign key (organization_id, staff_id) references organizations.staff (organization_id, id),
    foreign key (organization_id, supervisor_id) references organizations.staff (organization_id, id),
    check (staff_id <> supervisor_id)
);
call platform.wall('notes.supervision', 'select, insert, update, delete');

-- One signing pass that waits for the supervisor.
create table notes.review (
    organization_id uuid not null,
    signature_id uuid not null,
    supervisor_id uuid not null,
    asked_at timestamptz not null,
    due_at timestamptz not null,
    confirmed_at timestamptz,
    primary key (organization_id, signature_id),
    foreign key (organization_id, signature_id) references notes.signature (organization_id, id)
);
create index review_waiting on notes.review (organization_id, supervisor_id) where confirmed_at is null;
call platform.wall('notes.review', 'select, insert, update');

-- Psychotherapy notes (45 CFR 164.501) and SUD counseling notes (42 CFR 2.11): apart from the record, their author's alone,
-- under a key of their own. Nothing joins this table and no view shows it.
create table notes.private_note (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    account_id uuid not null,
    kind text not null check (kind in ('PSYCHOTHERAPY', 'SUD_COUNSELING')),
    sealed bytea not null,
    created_at timestamptz not null,
    saved_at timestamptz not null,
    version int not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index private_note_author on notes.private_note (organization_id, account_id, client_id);
call platform.wall('notes.private_note', 'select, insert, update');
