-- Published: who is away, and who leads in their place.
create view sessions.public_leave with (security_invoker = true) as
    select organization_id, id, staff_id, from_date, to_date from sessions.leave where withdrawn_at is null;
create view sessions.public_cover with (security_invoker = true) as
    select organization_id, leave_id, session_id, staff_id, part from sessions.cover;
grant select on sessions.public_leave, sessions.public_cover to ${appRole};
create index hold_client on sessions.hold (organization_id, client_id) where taken_at is null and released_at is null;
