-- Who is in which part of a group's note right now; a row is of no use after a minute.
create table notes.writing (
    organization_id uuid not null,
    session_id uuid not null,
    account_id uuid not null,
    part uuid not null,                      -- the client whose line it is; the session itself for the shared part
    name text not null,
    until timestamptz not null,
    primary key (organization_id, session_id, account_id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id)
);
call platform.wall('notes.writing', 'select, insert, update, delete');
