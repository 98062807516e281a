-- A client whose week falls short was offered sessions to make up for it.
create table placement.offer (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    monday date not null,
    made_at timestamptz not null,
    made_by_name text not null,
    held_until timestamptz not null,
    texted boolean not null,               -- the client got it by message; else staff says it
    answered_at timestamptz,
    answered_by_name text,
    answer text check (answer in ('TAKEN', 'DECLINED', 'TOO_LATE', 'WITHDRAWN')),
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    check ((answered_at is null) = (answer is null)),
    check ((answered_at is null) = (answered_by_name is null))
);
create index offer_client on placement.offer (organization_id, client_id, made_at desc);
call platform.wall('placement.offer', 'select, insert, update');

create table placement.offer_choice (
    organization_id uuid not null,
    offer_id uuid not null,
    number int not null check (number between 1 and 2),
    session_id uuid not null,
    hold_id uuid not null,
    taken boolean not null default false,
    primary key (organization_id, offer_id, number),
    foreign key (organization_id, offer_id) references placement.offer (organization_id, id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id),
    foreign key (organization_id, hold_id) references sessions.hold (organization_id, id)
);
call platform.wall('placement.offer_choice', 'select, insert, update');
