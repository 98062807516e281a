-- Published: whom to call in an emergency, for the papers of a day without the program.
create view clients.public_contact with (security_invoker = true) as
    select organization_id, client_id, name, relationship, phone from clients.contact where emergency;
grant select on clients.public_contact to ${appRole};
