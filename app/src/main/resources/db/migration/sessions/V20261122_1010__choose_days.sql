-- Who comes on some days of a track's week only; absent: on all of them. 1 is Monday.
alter table sessions.enrollment add days int[]
    check (cardinality(days) between 1 and 7 and days <@ array[1, 2, 3, 4, 5, 6, 7]);
-- Enrollments of days to come give way when a client is placed anew.
grant delete on sessions.enrollment to ${appRole};

create or replace view sessions.public_enrollment with (security_invoker = true) as
    select organization_id, client_id, episode_id, track_id, from_date, to_date, days from sessions.enrollment;
