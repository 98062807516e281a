-- Files that hold no claims, such as questions about coverage, go out by the same way and under the same numbers.
alter table billing.file drop constraint file_kind_check;
alter table billing.file add constraint file_kind_check
    check (kind in ('837I', '837P', '835', '270', '276', '278'));

-- Whom such a file is for: no claim in it says so.
create table billing.addressed (
    organization_id uuid not null,
    file_id uuid not null,
    receiver_id text not null,             -- ISA08
    primary key (organization_id, file_id),
    foreign key (organization_id, file_id) references billing.file (organization_id, id)
);
call platform.wall('billing.addressed', 'select, insert');
create view billing.public_addressed with (security_invoker = true) as
    select organization_id, file_id, receiver_id from billing.addressed;
grant select on billing.public_addressed to ${appRole};
