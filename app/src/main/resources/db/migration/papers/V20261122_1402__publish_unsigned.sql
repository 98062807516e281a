-- Published: the papers that staff signed and for which the client has neither signed nor said why not.
create view papers.public_unsigned with (security_invoker = true) as
    select v.organization_id, v.paper_id, v.client_id, v.form, v.signed_on
      from papers.version v
     where not exists (select from papers.signature s
               where s.organization_id = v.organization_id and s.paper_id = v.paper_id and s.signer <> 'STAFF')
       and not exists (select from papers.version later
               where later.organization_id = v.organization_id and later.client_id = v.client_id
                 and later.form = v.form and later.signed_at > v.signed_at);
grant select on papers.public_unsigned to ${appRole};
