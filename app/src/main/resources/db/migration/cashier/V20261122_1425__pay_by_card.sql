-- A payment by card that was begun at the provider's own page. What a card says never comes here.
create table cashier.card_session (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    cents bigint not null check (cents > 0),
    provider_reference text not null,
    state text not null check (state in ('OPEN', 'PAID', 'DECLINED')),
    begun_at timestamptz not null,
    begun_by text not null,
    settled_at timestamptz,
    primary key (organization_id, id),
    unique (organization_id, provider_reference),
    foreign key (organization_id, client_id) references clients.client (organization_id, id),
    check ((state = 'OPEN') = (settled_at is null))
);
create index card_session_client on cashier.card_session (organization_id, client_id);
call platform.wall('cashier.card_session', 'select, insert, update');
