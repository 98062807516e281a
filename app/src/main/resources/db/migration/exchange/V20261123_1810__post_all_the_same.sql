-- A payment that repeats the trace number of another one waits until two people want it posted all the same.
alter table exchange.arrival drop constraint arrival_state_check;
alter table exchange.arrival add constraint arrival_state_check
    check (state in ('CAME', 'TAKEN', 'QUARANTINED', 'REPEATS', 'SET_ASIDE'));
drop index exchange.arrival_waiting;
create index arrival_waiting on exchange.arrival (organization_id, at) where state in ('CAME', 'QUARANTINED', 'REPEATS');

create table exchange.override_request (
    organization_id uuid not null,
    id uuid not null,
    arrival_id uuid not null,
    reason text not null,
    asked_at timestamptz not null,
    asked_by uuid not null,
    asked_name text not null,
    answer text check (answer in ('POSTED', 'REFUSED', 'WITHDRAWN')),
    answered_at timestamptz,
    answered_by uuid,
    answered_name text,
    primary key (organization_id, id),
    foreign key (organization_id, arrival_id) references exchange.arrival (organization_id, id),
    check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
    -- who asked may take it back, and do nothing else with it
    check (answered_by is null or (answered_by = asked_by) = (answer = 'WITHDRAWN'))
);
create unique index override_request_open on exchange.override_request (organization_id, arrival_id) where answer is null;
create index override_request_arrival on exchange.override_request (organization_id, arrival_id);
call platform.wall('exchange.override_request', 'select, insert, update');
