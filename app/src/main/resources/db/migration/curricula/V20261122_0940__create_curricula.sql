create schema curricula;
grant usage on schema curricula to ${appRole};

-- What a session teaches, by curriculum and module of content/curricula.
create table curricula.taught (
    organization_id uuid not null,
    session_id uuid not null,
    curriculum text not null,
    module text not null,
    said_at timestamptz not null,
    said_by uuid not null,
    primary key (organization_id, session_id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id)
);
call platform.wall('curricula.taught', 'select, insert, update');

create view curricula.public_taught with (security_invoker = true) as
    select organization_id, session_id, curriculum, module from curricula.taught;
grant select on curricula.public_taught to ${appRole};
