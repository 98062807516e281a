-- Published: the organization's name, as every page shows it.
create view organizations.public_organization with (security_invoker = true) as
    select organization_id, name from organizations.organization;
grant select on organizations.public_organization to ${appRole};
