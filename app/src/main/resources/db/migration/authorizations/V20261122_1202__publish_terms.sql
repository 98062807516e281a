-- Published: how long a payer's contract leaves for an appeal, where somebody typed it.
create view authorizations.public_terms with (security_invoker = true) as
    select organization_id, contract_id, appeal_days from authorizations.review_terms;
grant select on authorizations.public_terms to ${appRole};
