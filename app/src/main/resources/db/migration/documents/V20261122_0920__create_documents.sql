create schema documents;
grant usage on schema documents to ${appRole};

-- A document of one client, by a form of content/forms. It is a draft until there is a version of it.
create table documents.document (
    organization_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    form text not null,
    form_version int not null,
    begun_at timestamptz not null,
    begun_by uuid not null,
    begun_by_name text not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references clients.client (organization_id, id)
);
create index document_client on documents.document (organization_id, client_id);
call platform.wall('documents.document', 'select, insert');

-- What was typed into a section, each time it was saved: the newest revision holds, the others can be read again.
create table documents.saved (
    organization_id uuid not null,
    document_id uuid not null,
    section text not null,
    revision int not null check (revision > 0),
    id uuid not null,
    answers bytea not null,                -- sealed
    saved_at timestamptz not null,
    saved_by uuid not null,
    saved_by_name text not null,
    primary key (organization_id, document_id, section, revision),
    foreign key (organization_id, document_id) references documents.document (organization_id, id)
);
call platform.wall('documents.saved', 'select, insert');

-- A document as it was signed. Only added.
create table documents.version (
    organization_id uuid not null,
    document_id uuid not null,
    client_id uuid not null,
    form text not null,
    content bytea not null,                -- sealed; the hash is taken over exactly these characters
    content_hash bytea not null,
    signed_on date not null,
    signed_at timestamptz not null,
    review_on date,
    primary key (organization_id, document_id),
    foreign key (organization_id, document_id) references documents.document (organization_id, id)
);
create index version_client on documents.version (organization_id, client_id, form, signed_at desc);
call platform.wall('documents.version', 'select, insert');

-- Who stands behind it, or why somebody does not. Only added.
create table documents.signature (
    organization_id uuid not null,
    id uuid not null,
    document_id uuid not null,
    signer text not null check (signer in ('STAFF', 'CLIENT', 'GUARDIAN')),
    printed_name text not null,
    account_id uuid not null,              -- who signed, or before whom the client signed
    refusal text,
    content_hash bytea not null,
    signed_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, document_id) references documents.version (organization_id, document_id)
);
create index signature_document on documents.signature (organization_id, document_id);
call platform.wall('documents.signature', 'select, insert');

-- Published: that a document of a form is signed, and when it is due again; never what stands in it.
create view documents.public_signed with (security_invoker = true) as
    select organization_id, document_id, client_id, form, signed_on, signed_at, review_on from documents.version;
grant select on documents.public_signed to ${appRole};
