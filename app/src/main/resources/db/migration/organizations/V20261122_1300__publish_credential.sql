-- Published: what staff are licensed to do and until when; a booking asks for it.
create view organizations.public_credential with (security_invoker = true) as
    select organization_id, staff_id, code, valid_from, expires_on from organizations.credential;
-- Rooms and sites that are no longer used are offered to nobody.
create or replace view organizations.public_room with (security_invoker = true) as
    select organization_id, id, site_id, name, capacity, retired_at is not null as retired from organizations.room;
grant select on organizations.public_credential to ${appRole};
