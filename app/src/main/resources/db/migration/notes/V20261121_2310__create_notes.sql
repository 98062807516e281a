create schema notes;
grant usage on schema notes to ${appRole};

-- What is being written: the shared part of a group's note, saved as it is typed.
create table notes.draft (
    organization_id uuid not null,
    session_id uuid not null,
    focus text not null default '',
    method text not null default '',
    narrative text not null default '',
    version int not null,
    saved_at timestamptz not null,
    saved_by uuid not null,
    primary key (organization_id, session_id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id)
);
call platform.wall('notes.draft', 'select, insert, update');

-- … and one line per client.
create table notes.draft_line (
    organization_id uuid not null,
    session_id uuid not null,
    client_id uuid not null,
    text text not null default '',
    participation int check (participation between 1 and 4),
    goal_id uuid,
    no_goal_reason text,
    version int not null,
    saved_at timestamptz not null,
    saved_by uuid not null,
    primary key (organization_id, session_id, client_id),
    foreign key (organization_id, session_id, client_id)
        references sessions.seat (organization_id, session_id, client_id),
    foreign key (organization_id, goal_id) references episodes.goal (organization_id, id)
);
call platform.wall('notes.draft_line', 'select, insert, update');

-- One signing pass of one person. It binds a hash over the hashes of everything signed in it.
create table notes.signature (
    organization_id uuid not null,
    id uuid not null,
    session_id uuid not null,
    account_id uuid not null,
    printed_name text not null,
    credentials text not null,
    meaning text not null,                 -- 21 CFR 11.50: author, co-facilitator, supervisor
    signed_at timestamptz not null,
    manifest_hash bytea not null,
    primary key (organization_id, id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id)
);
create index signature_session on notes.signature (organization_id, session_id);
call platform.wall('notes.signature', 'select, insert');

-- A client's signed note of one session: own part and the shared part, no other client. Rows are only inserted.
create table notes.signed_note (
    organization_id uuid not null,
    id uuid not null,
    session_id uuid not null,
    client_id uuid not null,
    signature_id uuid not null,
    local_date date not null,
    content text not null,                 -- canonical form; the hash is taken over exactly these characters
    content_hash bytea not null,
    primary key (organization_id, id),
    unique (organization_id, session_id, client_id),
    foreign key (organization_id, session_id, client_id)
        references sessions.seat (organization_id, session_id, client_id),
    foreign key (organization_id, signature_id) references notes.signature (organization_id, id)
);
create index signed_note_client on notes.signed_note (organization_id, client_id, local_date);
call platform.wall('notes.signed_note', 'select, insert');

create table notes.addendum (
    organization_id uuid not null,
    id uuid not null,
    note_id uuid not null,
    account_id uuid not null,
    printed_name text not null,
    credentials text not null,
    reason text not null,
    text text not null,
    content_hash bytea not null,
    signed_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, note_id) references notes.signed_note (organization_id, id)
);
create index addendum_note on notes.addendum (organization_id, note_id);
call platform.wall('notes.addendum', 'select, insert');

-- Published: that a client's note of a session is signed, by whom, when.
create view notes.public_signed with (security_invoker = true) as
    select n.organization_id, n.id, n.session_id, n.client_id, n.local_date, s.signed_at, s.account_id, s.printed_name,
           s.credentials
      from notes.signed_note n
      join notes.signature s on s.organization_id = n.organization_id and s.id = n.signature_id;
grant select on notes.public_signed to ${appRole};
