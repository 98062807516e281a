-- What makes a good-faith estimate due: a stay that was scheduled, or a client who asked.
create table benefits.occasion (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    kind text not null check (kind in ('SCHEDULED', 'ASKED')),
    episode_id uuid,                       -- the stay that was scheduled
    account_name text,                     -- whom the client asked
    at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, episode_id) references episodes.episode (organization_id, id),
    check ((kind = 'SCHEDULED') = (episode_id is not null) and (kind = 'ASKED') = (account_name is not null))
);
create index occasion_client on benefits.occasion (organization_id, client_id);
call platform.wall('benefits.occasion', 'select, insert');
