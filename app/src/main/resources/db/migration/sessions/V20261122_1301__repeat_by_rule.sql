-- A block repeats by a rule of RFC 5545 in place of a day of the week. The old days become rules where they stand.
alter table sessions.pattern drop constraint pattern_day_of_week_check;
alter table sessions.pattern alter column day_of_week type text
    using 'FREQ=WEEKLY;WKST=MO;BYDAY=' || (array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[day_of_week];
alter table sessions.pattern rename column day_of_week to rule;

-- Dates that a rule alone would not say: left out (EXDATE) and added (RDATE).
create table sessions.exception (
    organization_id uuid not null,
    pattern_id uuid not null,
    local_date date not null,
    kind text not null check (kind in ('EXDATE', 'RDATE')),
    primary key (organization_id, pattern_id, local_date),
    foreign key (organization_id, pattern_id) references sessions.pattern (organization_id, id)
);
call platform.wall('sessions.exception', 'select, insert, update, delete');

-- The date of the pattern that a session stands for: it stays when the session alone is moved to another day.
alter table sessions.session add slot date, add changed boolean not null default false;
alter table sessions.session no force row level security;
update sessions.session set slot = local_date where pattern_id is not null;
alter table sessions.session force row level security;
alter table sessions.session
    drop constraint session_organization_id_pattern_id_local_date_key,
    add constraint session_slot unique (organization_id, pattern_id, slot),
    add constraint session_slot_of_pattern check ((pattern_id is null) = (slot is null));
