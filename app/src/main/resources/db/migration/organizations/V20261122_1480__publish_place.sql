-- Published: where a site gives care and under which identifiers; what it has not of its own is the organization's.
create view organizations.public_place with (security_invoker = true) as
    select s.organization_id, s.id as site_id, s.name, coalesce(s.npi, o.npi) as npi, o.tax_id,
           case when s.address_line is null then o.address_line else s.address_line end as address_line,
           case when s.address_line is null then o.city else s.city end as city,
           case when s.address_line is null then o.state else s.state end as state,
           case when s.address_line is null then o.postal_code else s.postal_code end as postal_code
      from organizations.site s
      join organizations.organization o on o.organization_id = s.organization_id;
grant select on organizations.public_place to ${appRole};
