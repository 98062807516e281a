create schema drugtests;
grant usage on schema drugtests to ${appRole};

-- What decides the draw of one day at one site: its hash stands here before the day, the seed itself sealed. Only added.
create table drugtests.seed (
    organization_id uuid not null,
    site_id uuid not null,
    local_date date not null,
    seed bytea not null,                   -- sealed until the draw publishes it
    seed_hash text not null,               -- SHA-256 in hex over the seed's characters
    committed_at timestamptz not null,
    primary key (organization_id, site_id, local_date),
    foreign key (organization_id, site_id) references organizations.site (organization_id, id)
);
call platform.wall('drugtests.seed', 'select, insert');

-- A draw that took place, with its seed for everybody to check. Only added.
create table drugtests.draw (
    organization_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    local_date date not null,
    seed text not null,
    drawn_at timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, site_id, local_date),
    foreign key (organization_id, site_id, local_date)
        references drugtests.seed (organization_id, site_id, local_date)
);
call platform.wall('drugtests.draw', 'select, insert');

-- Everybody who could have been drawn, with the chance, the number and what came of it. Only added.
create table drugtests.eligible (
    organization_id uuid not null,
    draw_id uuid not null,
    client_id uuid not null,
    chance int not null check (chance between 0 and 10000),     -- of ten thousand
    number bigint not null,                                      -- of 2^48
    drawn boolean not null,
    primary key (organization_id, draw_id, client_id),
    foreign key (organization_id, draw_id) references drugtests.draw (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
call platform.wall('drugtests.eligible', 'select, insert');

-- Who takes part in random testing, from then on; the newest holds. Only added.
create table drugtests.standing (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    takes_part boolean not null,
    panel text not null,
    per_week numeric(3, 1) check (per_week > 0 and per_week <= 5),  -- absent: by the week of the stay
    reason bytea not null,
    at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index standing_client on drugtests.standing (organization_id, client_id, at);
call platform.wall('drugtests.standing', 'select, insert');

-- A test that is to be done on a day. Only added.
create table drugtests.test (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    site_id uuid not null,
    local_date date not null,
    panel text not null,
    why text not null check (why in ('RANDOM', 'ADMISSION', 'SCHEDULED', 'CLINICAL')),
    draw_id uuid,
    specimen text not null,                -- what stands on the label
    ordered_at timestamptz not null,
    ordered_by uuid not null,
    ordered_by_name text not null,
    primary key (organization_id, id),
    unique (organization_id, specimen),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    foreign key (organization_id, draw_id) references drugtests.draw (organization_id, id)
);
create unique index test_drawn on drugtests.test (organization_id, draw_id, client_id) where draw_id is not null;
create index test_client on drugtests.test (organization_id, client_id, local_date);
create index test_day on drugtests.test (organization_id, site_id, local_date);
call platform.wall('drugtests.test', 'select, insert');

-- Who had the specimen, from hand to hand, each signed and chained to the one before. Only added.
create table drugtests.custody (
    organization_id uuid not null,
    test_id uuid not null,
    number int not null check (number > 0),
    kind text not null check (kind in ('COLLECTED', 'NOT_COLLECTED', 'HANDED_OVER', 'ACCEPTED', 'SENT', 'DISCARDED')),
    holder text not null,                  -- who has it from then on, by name
    words bytea not null,                  -- how it was collected, or why not; sealed
    at timestamptz not null,
    account_id uuid not null,
    printed_name text not null,
    hash text not null,                    -- SHA-256 in hex over this step and the hash of the one before
    primary key (organization_id, test_id, number),
    foreign key (organization_id, test_id) references drugtests.test (organization_id, id)
);
call platform.wall('drugtests.custody', 'select, insert');

-- A file of results as it came. Only added.
create table drugtests.file (
    organization_id uuid not null,
    id uuid not null,
    file_hash bytea not null,
    results int not null,
    unchanged int not null,
    taken_at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    primary key (organization_id, id)
);
call platform.wall('drugtests.file', 'select, insert');

-- A result. Only added: a correction is another one.
create table drugtests.result (
    organization_id uuid not null,
    id uuid not null,
    test_id uuid not null,
    kind text not null check (kind in ('POINT_OF_CARE', 'LABORATORY', 'CONFIRMATION')),
    accession text not null,               -- the laboratory's number; empty for a test on site
    state text not null check (state in ('VALID', 'DILUTE', 'SUBSTITUTED', 'ADULTERATED', 'INVALID', 'TOO_LITTLE')),
    reported_on date not null,
    consistent boolean not null,           -- with what is prescribed
    file_id uuid,
    at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    primary key (organization_id, id),
    foreign key (organization_id, test_id) references drugtests.test (organization_id, id),
    foreign key (organization_id, file_id) references drugtests.file (organization_id, id)
);
create unique index result_accession on drugtests.result (organization_id, test_id, kind, accession) where accession <> '';
create index result_test on drugtests.result (organization_id, test_id);
call platform.wall('drugtests.result', 'select, insert');

create table drugtests.finding (
    organization_id uuid not null,
    result_id uuid not null,
    analyte text not null,
    outcome text not null check (outcome in ('NEGATIVE', 'POSITIVE', 'NOT_TESTED')),
    value text not null,
    agreement text not null check (agreement in
        ('AGREES', 'EXPLAINED', 'OFTEN_MISSED', 'MAY_REACT', 'UNEXPLAINED', 'EXPECTED_MISSING')),
    because text not null,                 -- the medication that explains it, or should have shown
    primary key (organization_id, result_id, analyte),
    foreign key (organization_id, result_id) references drugtests.result (organization_id, id)
);
call platform.wall('drugtests.finding', 'select, insert');

-- A talk that is owed, never a punishment.
create table drugtests.follow_up (
    organization_id uuid not null,
    id uuid not null,
    test_id uuid not null,
    kind text not null check (kind in ('TALK', 'CONFIRM', 'PRESCRIPTION', 'SPECIMEN', 'MISSED', 'TEAM')),
    due_on date not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, test_id) references drugtests.test (organization_id, id)
);
create unique index follow_up_open on drugtests.follow_up (organization_id, test_id) where closed_at is null;
create index follow_up_due on drugtests.follow_up (organization_id, due_on) where closed_at is null;
call platform.wall('drugtests.follow_up', 'select, insert, update');

-- What was done. Only added.
create table drugtests.follow_up_step (
    organization_id uuid not null,
    id uuid not null,
    follow_up_id uuid not null,
    kind text not null check (kind in ('TALKED', 'TOLD_BEFORE', 'OFFERED_CONFIRMATION', 'NALOXONE', 'PLAN_REVIEWED', 'CLOSED')),
    words bytea not null,
    at timestamptz not null,
    account_id uuid not null,
    account_name text not null,
    primary key (organization_id, id),
    foreign key (organization_id, follow_up_id) references drugtests.follow_up (organization_id, id)
);
create index follow_up_step_of on drugtests.follow_up_step (organization_id, follow_up_id);
call platform.wall('drugtests.follow_up_step', 'select, insert');

-- Published: that a test was done and whether it agreed with what is prescribed; never which substance.
create view drugtests.public_result with (security_invoker = true) as
    select r.organization_id, r.id, t.client_id, t.local_date, r.kind, r.state, r.reported_on, r.consistent
      from drugtests.result r
      join drugtests.test t on t.organization_id = r.organization_id and t.id = r.test_id;
grant select on drugtests.public_result to ${appRole};
