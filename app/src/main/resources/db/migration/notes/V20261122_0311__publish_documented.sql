-- Published: that a client's note of a session is signed, and nothing else. The index answers it alone.
drop index notes.signed_note_client;
create index signed_note_client on notes.signed_note (organization_id, client_id, local_date) include (session_id, id);
create view notes.public_documented with (security_invoker = true) as
    select organization_id, id, session_id, client_id, local_date from notes.signed_note;
grant select on notes.public_documented to ${appRole};
