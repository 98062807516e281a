-- Groups that ended larger than they may be: somebody says why in whiteboard.override, or the line stays.
create table whiteboard.unexplained (
    organization_id uuid not null,
    session_id uuid not null,
    site_id uuid not null,
    local_date date not null,
    title text not null,
    people int not null,
    at_most int not null,
    noted_at timestamptz not null,
    primary key (organization_id, session_id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id)
);
call platform.wall('whiteboard.unexplained', 'select, insert');
