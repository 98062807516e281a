-- A person's e-mail can change: the name they sign in with moves in one statement, inside the organization that the
-- transaction works for and nowhere else. False where the new name signs somebody in already.
create function access.replace_sign_in_name(standing text, wanted text, account uuid) returns boolean
    language plpgsql security definer set search_path = access, pg_temp
    as $$
begin
    update access.sign_in_name n set email = lower(wanted)
    where n.email = lower(standing) and n.account_id = account
      and n.organization_id = current_setting('app.organization')::uuid;
    return found;
exception
    when unique_violation then
        return false;
end
$$;
revoke all on function access.replace_sign_in_name(text, text, uuid) from public;
grant execute on function access.replace_sign_in_name(text, text, uuid) to ${appRole};
