create schema messages;
grant usage on schema messages to ${appRole};

-- How messages leave, one row per organization. Passwords are sealed. Without a row, or with a way off, messages of that
-- way are logged and nothing leaves.
create table messages.setting (
    organization_id uuid not null references organizations.organization,
    sender text not null,                  -- how messages sign; it tells no more than they do
    quiet_from time not null,              -- in the client's zone; no message leaves from then …
    quiet_to time not null,                -- … until then
    mail_on boolean not null,
    mail_host text,
    mail_port int check (mail_port between 1 and 65535),
    mail_safety text check (mail_safety in ('TLS', 'STARTTLS', 'NONE')),
    mail_user text,
    mail_password bytea,
    mail_from text,
    text_on boolean not null,
    text_url text,
    text_account text,
    text_secret bytea,
    text_from text,
    primary key (organization_id),
    check (not mail_on or (mail_host is not null and mail_port is not null and mail_safety is not null
                           and mail_from is not null)),
    check (not text_on or (text_url is not null and text_account is not null and text_secret is not null
                           and text_from is not null))
);
call platform.wall('messages.setting', 'select, insert, update');

-- What a client agreed to. No row: nobody asked yet, and nothing is written.
create table messages.preference (
    organization_id uuid not null,
    client_id uuid not null,
    way text not null check (way in ('TEXT', 'MAIL', 'NONE')),
    language text not null check (language in ('EN', 'ES')),
    remind text not null check (remind in ('DAY', 'SOON', 'BOTH', 'NONE')),
    zone text,                             -- where the client lives, if not in the site's zone
    changed_at timestamptz not null,
    changed_by uuid not null,
    primary key (organization_id, client_id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
call platform.wall('messages.preference', 'select, insert, update');

-- An address that wants to hear nothing, known by a keyed hash: a number may belong to several clients, or to none yet.
create table messages.opt_out (
    organization_id uuid not null references organizations.organization,
    id uuid not null,
    way text not null check (way in ('TEXT', 'MAIL')),
    address_key bytea not null check (length(address_key) = 32),
    door text not null check (door in ('REPLY', 'LINK', 'STAFF')),
    since timestamptz not null,
    ended_at timestamptz,
    primary key (organization_id, id)
);
create unique index opt_out_stands on messages.opt_out (organization_id, way, address_key) where ended_at is null;
call platform.wall('messages.opt_out', 'select, insert, update');

-- One message. Its id goes with it to the carrier, so that a second sending can be known as the same one.
create table messages.message (
    organization_id uuid not null references organizations.organization,
    id uuid not null,
    client_id uuid,                        -- absent: a test of the way, to an address that staff typed
    way text not null check (way in ('TEXT', 'MAIL')),
    wording text not null,
    language text not null check (language in ('EN', 'ES')),
    address bytea not null,                -- sealed
    address_key bytea not null check (length(address_key) = 32),
    subject text not null,                 -- the same for everybody
    body bytea not null,                   -- sealed
    not_before timestamptz not null,
    not_after timestamptz,                 -- later it would be of no use
    state text not null check (state in ('QUEUED', 'SENDING', 'SENT', 'REFUSED', 'OUTCOME_UNKNOWN', 'WITHDRAWN')),
    carrier text check (carrier in ('LOG', 'SMTP', 'HTTP')),
    reference text,                        -- what the carrier calls it
    problem text,                          -- why it is where it is, in words without the address
    tries int not null,
    queued_at timestamptz not null,
    queued_by uuid not null,
    claimed_at timestamptz,
    settled_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    check (state <> 'SENDING' or claimed_at is not null),
    check (not_after is null or not_after >= not_before)
);
create index message_due on messages.message (organization_id, not_before) where state = 'QUEUED';
create index message_sending on messages.message (organization_id, claimed_at) where state = 'SENDING';
create index message_trouble on messages.message (organization_id, queued_at) where state in ('REFUSED', 'OUTCOME_UNKNOWN');
create index message_client on messages.message (organization_id, client_id, queued_at);
create index message_queued on messages.message (organization_id, queued_at);
call platform.wall('messages.message', 'select, insert, update');

-- What came by text, once by the carrier's own id.
create table messages.incoming (
    organization_id uuid not null references organizations.organization,
    id uuid not null,
    reference text not null,
    address bytea not null,                -- sealed
    address_key bytea not null check (length(address_key) = 32),
    body bytea not null,                   -- sealed
    kind text not null check (kind in ('STOP', 'START', 'HELP', 'CODE', 'WORDS')),
    client_id uuid,                        -- where exactly one client has this number
    at timestamptz not null,
    seen_by uuid,
    seen_at timestamptz,
    primary key (organization_id, id),
    unique (organization_id, reference),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index incoming_unseen on messages.incoming (organization_id, at) where kind = 'WORDS' and seen_at is null;
create index incoming_client on messages.incoming (organization_id, client_id, at);
call platform.wall('messages.incoming', 'select, insert, update');

-- Published: what a client agreed to, for those who plan what to write.
create view messages.public_preference with (security_invoker = true) as
    select organization_id, client_id, way, language, remind, zone from messages.preference;
-- Published: what became of a message.
create view messages.public_message with (security_invoker = true) as
    select organization_id, id, client_id, wording, way, state, not_before, queued_at, settled_at from messages.message;
grant select on messages.public_preference, messages.public_message to ${appRole};
