-- Two things at once in one room, or with one facilitator, are refused here and not only on a page. What was called off
-- takes no time: its range is empty and overlaps nothing.
create extension if not exists btree_gist;

alter table sessions.session add taken tstzrange not null generated always as (
    case when cancelled_at is null then tstzrange(starts_at, ends_at) else 'empty'::tstzrange end) stored;
alter table sessions.session
    add constraint session_taken unique (organization_id, id, taken),
    add constraint room_is_taken_once exclude using gist (organization_id with =, room_id with =, taken with &&);

-- The session's own range beside each facilitator; the foreign key keeps it the same, whatever changes the session.
alter table sessions.facilitator add taken tstzrange;
alter table sessions.session no force row level security;
alter table sessions.facilitator no force row level security;
update sessions.facilitator f set taken = s.taken
  from sessions.session s where s.organization_id = f.organization_id and s.id = f.session_id;
alter table sessions.facilitator
    alter column taken set not null,
    add constraint facilitator_taken foreign key (organization_id, session_id, taken)
        references sessions.session (organization_id, id, taken) on update cascade,
    add constraint facilitator_is_taken_once exclude using gist (organization_id with =, staff_id with =, taken with &&);
alter table sessions.session force row level security;
alter table sessions.facilitator force row level security;
