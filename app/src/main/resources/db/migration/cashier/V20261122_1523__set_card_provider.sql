-- Who takes cards for the organization, on a page of their own. The key of our account there is sealed.
create table cashier.card_setting (
    organization_id uuid not null references organizations.organization,
    active boolean not null,
    url text not null,
    secret bytea not null,                 -- sealed
    primary key (organization_id)
);
call platform.wall('cashier.card_setting', 'select, insert, update');
