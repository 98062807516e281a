-- What is written in notes is sealed at rest, like every other note: a copied table tells nothing.
alter table notes.draft
    alter column focus drop default, alter column focus drop not null, alter column focus type bytea using null,
    alter column method drop default, alter column method drop not null, alter column method type bytea using null,
    alter column narrative drop default, alter column narrative drop not null,
    alter column narrative type bytea using null;
alter table notes.draft_line
    alter column text drop default, alter column text drop not null, alter column text type bytea using null,
    alter column observed drop default, alter column observed drop not null, alter column observed type bytea using null,
    alter column no_goal_reason type bytea using null,
    alter column same_text_reason type bytea using null;
alter table notes.set_aside
    alter column text drop not null, alter column text type bytea using null;
-- The hash is taken over the characters before they are sealed.
alter table notes.signed_note alter column content type bytea using convert_to(content, 'UTF8');
alter table notes.addendum
    alter column reason type bytea using convert_to(reason, 'UTF8'),
    alter column text type bytea using convert_to(text, 'UTF8');
alter table notes.signature alter column late_reason type bytea using null;
