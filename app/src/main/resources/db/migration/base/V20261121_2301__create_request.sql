-- Twice pressed is once done: the key that a form was made with.
create schema base;
grant usage on schema base to ${appRole};

create table base.request (
    organization_id uuid not null,
    account_id uuid not null,
    key uuid not null,
    content_hash bytea not null,           -- the same key with other content is refused
    at timestamptz not null,
    primary key (organization_id, account_id, key)
);
create index request_age on base.request (organization_id, at);
call platform.wall('base.request', 'select, insert, update, delete');
