-- Published: the identifier of a member of staff, as a claim states who directed or gave the care.
create view organizations.public_provider with (security_invoker = true) as
    select organization_id, id as staff_id, given_name, family_name, npi from organizations.staff;
grant select on organizations.public_provider to ${appRole};
