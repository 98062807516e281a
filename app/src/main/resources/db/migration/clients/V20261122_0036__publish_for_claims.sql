-- Published: where a client lives, as a claim states it.
create view clients.public_address with (security_invoker = true) as
    select organization_id, id as client_id, address_line, city, state, postal_code from clients.client;
grant select on clients.public_address to ${appRole};
