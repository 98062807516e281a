-- Days on which a site is closed, or meets by video only.
create table sessions.closure (
    organization_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    from_date date not null,
    to_date date not null check (to_date >= from_date),
    effect text not null check (effect in ('CANCEL', 'VIDEO')),
    reason text not null,
    created_at timestamptz not null,
    lifted_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id)
);
create index closure_day on sessions.closure (organization_id, site_id, to_date);
call platform.wall('sessions.closure', 'select, insert, update');

-- What a closure did to each session, so that it can be taken back.
create table sessions.closed_session (
    organization_id uuid not null,
    closure_id uuid not null,
    session_id uuid not null,
    effect text not null check (effect in ('CANCEL', 'VIDEO')),
    modality text not null,
    room_id uuid,
    primary key (organization_id, closure_id, session_id),
    foreign key (organization_id, closure_id) references sessions.closure (organization_id, id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id)
);
create index closed_session_of on sessions.closed_session (organization_id, session_id);
call platform.wall('sessions.closed_session', 'select, insert, delete');

-- Days on which somebody is away. Why is nobody's business here.
create table sessions.leave (
    organization_id uuid not null,
    id uuid not null,
    staff_id uuid not null,
    from_date date not null,
    to_date date not null check (to_date >= from_date),
    created_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, staff_id) references organizations.staff (organization_id, id)
);
create index leave_staff on sessions.leave (organization_id, staff_id, to_date);
call platform.wall('sessions.leave', 'select, insert, update');

-- Who leads in place of whom, for as long as the leave holds.
create table sessions.cover (
    organization_id uuid not null,
    leave_id uuid not null,
    session_id uuid not null,
    staff_id uuid not null,
    part text not null check (part in ('LEAD', 'CO')),
    primary key (organization_id, leave_id, session_id),
    foreign key (organization_id, leave_id) references sessions.leave (organization_id, id),
    foreign key (organization_id, session_id) references sessions.session (organization_id, id),
    foreign key (organization_id, staff_id) references organizations.staff (organization_id, id)
);
call platform.wall('sessions.cover', 'select, insert, delete');
