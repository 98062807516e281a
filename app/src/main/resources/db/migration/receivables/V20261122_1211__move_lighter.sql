-- A transfer is only ever written by reading the rows that it names, in the same statement: a check that they are there
-- cannot fail, and three checks a row were most of what posting a large remittance cost. Balances keep theirs.
alter table receivables.transfer
    drop constraint transfer_organization_id_fkey,
    drop constraint transfer_organization_id_claim_id_fkey,
    drop constraint transfer_organization_id_remittance_id_fkey;
