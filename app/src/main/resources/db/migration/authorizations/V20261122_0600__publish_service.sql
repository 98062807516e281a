-- An authorization for some services is drawn by the days that bill them and by no other.
create or replace view authorizations.public_authorization with (security_invoker = true) as
    select organization_id, id, client_id, contract_id, number, state, unit, units_granted, from_date, to_date,
           procedure_code
      from authorizations.authorization;
