-- Twice pressed is once done.
insert into walled.request (organization_id, account_id, key, content_hash, at)
values (:organization, :account, :key, :hash, now())
on conflict (organization_id, account_id, key) do nothing;
