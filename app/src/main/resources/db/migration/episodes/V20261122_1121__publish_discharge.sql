-- Published: the last day of an episode and its reason, for figures about many.
create view episodes.public_discharge with (security_invoker = true) as
    select organization_id, id as episode_id, client_id, program_id, admitted_on, discharged_on, discharge_reason
      from episodes.episode where discharged_on is not null;
grant select on episodes.public_discharge to ${appRole};
