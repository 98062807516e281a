-- Placements and prescribed hours of days to come give way when a client is placed anew; what was stays in transitions.
grant delete on episodes.placement, episodes.plan to ${appRole};

-- An admission that was taken back: the row stays, the stay never was.
alter table episodes.episode add withdrawn_at timestamptz;
drop index episodes.episode_open;
create unique index episode_open on episodes.episode (organization_id, client_id, program_id)
    where discharged_on is null and withdrawn_at is null;

create or replace view episodes.public_episode with (security_invoker = true) as
    select organization_id, id, client_id, program_id, admitted_on, discharged_on from episodes.episode
     where withdrawn_at is null;
