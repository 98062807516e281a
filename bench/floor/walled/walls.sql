-- What stands before every operation: the organization, the session looked up and touched, the account and its roles.
set local app.organization = '{organization}';
select organization_id, account_id, strength, active_at from walled.sign_in_session
where token_hash = '\x01' and active_at > now() - interval '15 minutes' and created_at > now() - interval '12 hours';
update walled.sign_in_session set active_at = now()
where token_hash = '\x01' and active_at < now() - interval '30 seconds';
select a.display_name, a.locked_at, array_agg(r.role)
from walled.account a
join walled.account_role r on r.organization_id = a.organization_id and r.account_id = a.id
where a.organization_id = :organization and a.id = :account
group by a.display_name, a.locked_at;
