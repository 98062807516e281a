create schema papers;
grant usage on schema papers to ${appRole};

-- A paper of one client, by a form of content/forms. It is a draft until there is a version of it.
create table papers.paper (
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
create index paper_client on papers.paper (organization_id, client_id);
call platform.wall('papers.paper', 'select, insert');

-- What was typed into a section, each time it was saved: the newest revision holds, the others can be read again.
create table papers.saved (
    organization_id uuid not null,
    paper_id uuid not null,
    section text not null,
    revision int not null check (revision > 0),
    id uuid not null,
    answers bytea not null,                -- sealed
    saved_at timestamptz not null,
    saved_by uuid not null,
    saved_by_name text not null,
    primary key (organization_id, paper_id, section, revision),
    foreign key (organization_id, paper_id) references papers.paper (organization_id, id)
);
call platform.wall('papers.saved', 'select, insert');

-- A paper as it was signed. Only added.
create table papers.version (
    organization_id uuid not null,
    paper_id uuid not null,
    client_id uuid not null,
    form text not null,
    content bytea not null,                -- sealed; the hash is taken over exactly these characters
    content_hash bytea not null,
    signed_on date not null,
    signed_at timestamptz not null,
    review_on date,
    primary key (organization_id, paper_id),
    foreign key (organization_id, paper_id) references papers.paper (organization_id, id)
);
create index version_client on papers.version (organization_id, client_id, form, signed_at desc);
call platform.wall('papers.version', 'select, insert');

-- Who stands behind it, or why somebody does not. Only added.
create table papers.signature (
    organization_id uuid not null,
    id uuid not null,
    paper_id uuid not null,
    signer text not null check (signer in ('STAFF', 'CLIENT', 'GUARDIAN')),
    printed_name text not null,
    account_id uuid not null,              -- who signed, or before whom the client signed
    refusal text,
    content_hash bytea not null,
    signed_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, paper_id) references papers.version (organization_id, paper_id)
);
create index signature_paper on papers.signature (organization_id, paper_id);
call platform.wall('papers.signature', 'select, insert');

-- Published: that a paper of a form is signed, and when it is due again; never what stands in it.
create view papers.public_signed with (security_invoker = true) as
    select organization_id, paper_id, client_id, form, signed_on, signed_at, review_on from papers.version;
grant select on papers.public_signed to ${appRole};
