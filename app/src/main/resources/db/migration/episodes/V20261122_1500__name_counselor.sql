-- Who answers for a client's care in a stay, from a day on. Another one is another row; of two that begin on one day,
-- the one recorded later stands.
create table episodes.counselor (
    organization_id uuid not null,
    id uuid not null,
    episode_id uuid not null,
    staff_id uuid not null,
    from_date date not null,
    recorded_at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    primary key (organization_id, id),
    unique (organization_id, episode_id, from_date, recorded_at),
    foreign key (organization_id, episode_id) references episodes.episode (organization_id, id),
    foreign key (organization_id, staff_id) references organizations.staff (organization_id, id)
);
call platform.wall('episodes.counselor', 'select, insert');

-- Published: the primary counselor of a stay, and the last day on which it is this one.
create view episodes.public_counselor with (security_invoker = true) as
    select c.organization_id, e.client_id, c.episode_id, c.staff_id, c.from_date,
           least(e.discharged_on,
                 (select min(n.from_date) - 1 from episodes.counselor n
                   where n.organization_id = c.organization_id and n.episode_id = c.episode_id
                     and (n.from_date, n.recorded_at) > (c.from_date, c.recorded_at))) as to_date,
           c.recorded_at, c.account_name
      from episodes.episode e
      join episodes.counselor c on c.organization_id = e.organization_id and c.episode_id = e.id
     where e.withdrawn_at is null;
grant select on episodes.public_counselor to ${appRole};
