-- Silence raises an alert too: it belongs to a client and no one measure.
alter table measures.alert alter column administration_id drop not null;
create unique index alert_silence on measures.alert (organization_id, client_id, cause)
    where administration_id is null and closed_at is null;

-- What a payer was shown: kept with its hash, so that the same question can be asked again. Only added.
create table measures.evidence (
    organization_id uuid not null,
    id uuid not null,
    from_date date not null,
    to_date date not null,
    sites text not null,                   -- ids of the sites it is about; empty for all
    content text not null,                 -- figures about many, no person; the hash is taken over exactly these characters
    content_hash text not null,
    made_at timestamptz not null,
    made_by text not null,
    primary key (organization_id, id),
    foreign key (organization_id) references organizations.organization
);
call platform.wall('measures.evidence', 'select, insert');
