-- What belongs to the installation and to no organization: sign-in sessions, jobs, the list of organizations.
-- Tables here carry no personal data beyond opaque ids; the schema test lists them as exempt from the tenant wall.
-- The schema itself stands already: the table of migrations is in it.
grant usage on schema platform to ${appRole};

create table platform.organization (
    id uuid primary key
);

-- Jobs list organizations through this function and then work inside one at a time.
create function platform.organizations() returns setof uuid
    language sql stable security definer set search_path = platform, pg_temp
    as $$ select id from platform.organization order by id $$;
revoke all on function platform.organizations() from public;
grant execute on function platform.organizations() to ${appRole};
grant insert on platform.organization to ${appRole};

create table platform.session (
    token_hash bytea primary key,          -- SHA-256 of the cookie: a stolen table opens nothing
    organization_id uuid not null,
    account_id uuid not null,
    strength text not null check (strength in ('PASSWORD', 'FULL')),
    created_at timestamptz not null,       -- ends after 12 hours whatever happens
    active_at timestamptz not null         -- moved by what a person does, never by a page that refreshes itself
);
create index session_account on platform.session (organization_id, account_id);
grant select, insert, update, delete on platform.session to ${appRole};

create table platform.scheduled_tasks (    -- the shape that db-scheduler asks for
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on platform.scheduled_tasks (execution_time);
grant select, insert, update, delete on platform.scheduled_tasks to ${appRole};

-- Puts a table behind the tenant wall and grants the application what it needs there, no more. The policy reads the
-- setting itself (no function, no sub-select around it), so that it also holds on a distributed PostgreSQL.
create procedure platform.wall(tenant_table text, privileges text)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format('create policy organization_wall on %s'
        ' using (organization_id = current_setting(''app.organization'')::uuid)'
        ' with check (organization_id = current_setting(''app.organization'')::uuid)', tenant_table);
    execute format('grant %s on %s to ${appRole}', privileges, tenant_table);
end
$$;
