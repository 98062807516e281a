-- What the group was seen to do, kept apart from the clinician's own words: chips make it, a hand may change it.
alter table notes.draft_line
    add column observed text not null default '',
    add column observed_by_hand boolean not null default false,
    add column written_by uuid,              -- whose words these are: that account signs them
    add column alike int not null default 0  -- percent: the most that the words resemble the client's last five notes
        check (alike between 0 and 100),
    add column same_text_reason text,        -- why the same words are right this time
    add column page uuid,                    -- the open page that saved last: its retry is no conflict
    add column saved_name text not null default '';
alter table notes.draft
    add column page uuid,
    add column saved_name text not null default '';

-- A note signed a day or more after the group says why.
alter table notes.signature
    add column late_reason text;

-- One tap during group: a code of the open list and a time, never words.
create table notes.chip (
    organization_id uuid not null,
    id uuid not null,
    session_id uuid not null,
    client_id uuid not null,
    code text not null,
    tapped_at timestamptz not null,
    account_id uuid not null,
    recorded_at timestamptz not null,
    taken_back_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, session_id, client_id)
        references sessions.seat (organization_id, session_id, client_id)
);
create index chip_session on notes.chip (organization_id, session_id);
call platform.wall('notes.chip', 'select, insert, update');

-- Two people wrote the same part: the words that did not become the draft, until somebody chooses.
create table notes.set_aside (
    organization_id uuid not null,
    session_id uuid not null,
    part uuid not null,                      -- the client whose line it is; the session itself for the shared part
    account_id uuid not null,
    name text not null,
    text text not null,
    at timestamptz not null,
    settled_at timestamptz,
    primary key (organization_id, session_id, part, account_id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id)
);
call platform.wall('notes.set_aside', 'select, insert, update');
