-- Published: what stands in somebody's way, and since when.
create view admissions.public_barrier with (security_invoker = true) as
    select organization_id, client_id, kind, opened_at, closed_at from admissions.barrier;
grant select on admissions.public_barrier to ${appRole};
