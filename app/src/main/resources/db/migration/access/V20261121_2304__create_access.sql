create schema access;
grant usage on schema access to ${appRole};

create table access.account (
    organization_id uuid not null,
    id uuid not null,
    staff_id uuid,
    email text not null,
    display_name text not null,
    password_hash text,                    -- Argon2id; absent until the invitation is taken
    totp_secret bytea,                     -- sealed with the key file; absent until enrolled
    totp_confirmed_at timestamptz,
    totp_last_step bigint,                 -- a code is good once
    failed_attempts int not null default 0,
    locked_at timestamptz,                 -- by an administrator, or by too many failures
    created_at timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, email),
    foreign key (organization_id) references organizations.organization,
    foreign key (organization_id, staff_id) references organizations.staff (organization_id, id)
);
call platform.wall('access.account', 'select, insert, update');

create table access.account_role (
    organization_id uuid not null,
    account_id uuid not null,
    role text not null,
    primary key (organization_id, account_id, role),
    foreign key (organization_id, account_id) references access.account (organization_id, id)
);
call platform.wall('access.account_role', 'select, insert, delete');

create table access.account_site (         -- none: works at every site
    organization_id uuid not null,
    account_id uuid not null,
    site_id uuid not null,
    primary key (organization_id, account_id, site_id),
    foreign key (organization_id, account_id) references access.account (organization_id, id),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id)
);
call platform.wall('access.account_site', 'select, insert, delete');

create table access.recovery_code (
    organization_id uuid not null,
    account_id uuid not null,
    code_hash bytea not null,
    used_at timestamptz,
    primary key (organization_id, account_id, code_hash),
    foreign key (organization_id, account_id) references access.account (organization_id, id)
);
call platform.wall('access.recovery_code', 'select, insert, update, delete');

create table access.invitation (           -- also a reset of password or lost factor
    organization_id uuid not null,
    token_hash bytea not null,
    account_id uuid not null,
    kind text not null check (kind in ('INVITATION', 'PASSWORD_RESET', 'FACTOR_RESET')),
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (organization_id, token_hash),
    foreign key (organization_id, account_id) references access.account (organization_id, id)
);
call platform.wall('access.invitation', 'select, insert, update');

-- The one way from an e-mail or an invitation link to its organization, before anybody is signed in. Exempt from the
-- wall; the application may write it and may read single rows through the functions only.
create table access.sign_in_name (
    email text primary key check (email = lower(email)),
    organization_id uuid not null,
    account_id uuid not null
);
grant insert on access.sign_in_name to ${appRole};
create function access.find_sign_in_name(wanted text) returns table (organization_id uuid, account_id uuid)
    language sql stable security definer set search_path = access, pg_temp
    as $$ select n.organization_id, n.account_id from access.sign_in_name n where n.email = lower(wanted) $$;
revoke all on function access.find_sign_in_name(text) from public;
grant execute on function access.find_sign_in_name(text) to ${appRole};
