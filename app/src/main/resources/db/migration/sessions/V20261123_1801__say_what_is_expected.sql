-- Published: who is expected where, with what a list says of the session beside it.
create or replace view sessions.public_roster with (security_invoker = true) as
    select e.organization_id, e.session_id, e.client_id, e.local_date, e.source, s.title, s.modality, s.starts_at
      from sessions.seat e
      join sessions.session s on s.organization_id = e.organization_id and s.id = e.session_id
     where e.removed_at is null and s.cancelled_at is null;
