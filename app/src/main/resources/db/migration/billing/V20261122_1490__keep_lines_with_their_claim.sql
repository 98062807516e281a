-- A line is of its claim's client: one reference says both, where two said each by itself. A client is not deleted while a
-- claim stands, as its claim says.
alter table billing.claim
    add constraint claim_of_client unique (organization_id, id, client_id);
do $$
declare
    name text;
begin
    for name in
        select c.conname from pg_constraint c where c.conrelid = 'billing.claim_line'::regclass and c.contype = 'f'
    loop
        execute format('alter table billing.claim_line drop constraint %I', name);
    end loop;
end
$$;
alter table billing.claim_line
    add foreign key (organization_id, claim_id, client_id) references billing.claim (organization_id, id, client_id)
        not valid;                         -- lines from before are of their claim's client; the wall hides them from the check
