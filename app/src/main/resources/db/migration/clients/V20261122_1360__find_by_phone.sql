-- Who writes from a number: the last ten digits, however the number was typed.
create index client_phone on clients.client (organization_id, right(regexp_replace(phone, '[^0-9]', '', 'g'), 10))
    where phone is not null;
-- Published: how a client is reached, for those who write to clients.
create view clients.public_reach with (security_invoker = true) as
    select organization_id, id as client_id, site_id, phone, email from clients.client;
grant select on clients.public_reach to ${appRole};
