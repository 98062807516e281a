-- A payment by card of which the provider's answer cannot be right for us: a person looks it up there, and says what came of it.
alter table cashier.card_session
    add doubt text check (doubt in ('UNKNOWN', 'DIFFERENT')),
    add doubted_at timestamptz,
    add settled_by text,                   -- absent where the provider said it
    add note text not null default '',
    add check ((doubt is null) = (doubted_at is null));
create index card_session_open on cashier.card_session (organization_id, begun_at) where state = 'OPEN';
