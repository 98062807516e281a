package care.trellis.access;

import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of an organization: who can sign in, as what, and where they work. */
@Service
public class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account as it acts now, or nothing where it is locked or gone. */
    @Transactional(readOnly = true)
    public Optional<Actor> actor(UUID account) {
        var organization = OrganizationContext.current();
        return jdbc.sql(
                        """
                        select a.staff_id, a.display_name,
                               array(select r.role from access.account_role r
                                      where r.organization_id = a.organization_id and r.account_id = a.id),
                               array(select s.site_id from access.account_site s
                                      where s.organization_id = a.organization_id and s.account_id = a.id)
                        from access.account a
                        where a.organization_id = :organization and a.id = :account and a.locked_at is null
                        """)
                .param("organization", organization.value())
                .param("account", account)
                .query((row, number) ->
                        new Actor(
                                organization,
                                account,
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                roles((String[]) row.getArray(3).getArray()),
                                Set.of((UUID[]) row.getArray(4).getArray())))
                .optional();
    }

    private static Set<Role> roles(String[] names) {
        var roles = EnumSet.noneOf(Role.class);
        for (String name : names) {
            roles.add(Role.valueOf(name));
        }
        return roles;
    }
}
