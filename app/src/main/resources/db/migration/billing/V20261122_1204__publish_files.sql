-- Published for the exchange: the files that go out.
create view billing.public_file with (security_invoker = true) as
    select organization_id, id, kind, direction, name, content, control_number, at from billing.file;
grant select on billing.public_file to ${appRole};
