package care.trellis.access;

import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Role;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL for accounts, their roles and their sites. */
@Component
class AccountRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An account as it acts now, and the organization as its pages name it. */
    record Acting(Actor actor, String organizationName) {}

    Optional<Actor> actor(UUID account) {
        return acting(account).map(Acting::actor);
    }

    Optional<Acting> acting(UUID account) {
        var organization = OrganizationContext.current();
        return jdbc.sql(
                        """
                        select a.staff_id, a.display_name,
                               array(select r.role from access.account_role r
                                      where r.organization_id = a.organization_id and r.account_id = a.id),
                               array(select s.site_id from access.account_site s
                                      where s.organization_id = a.organization_id and s.account_id = a.id),
                               o.name
                        from access.account a
                        join organizations.public_organization o on o.organization_id = a.organization_id
                        where a.organization_id = :organization and a.id = :account and a.locked_at is null
                        """)
                .param("organization", organization.value())
                .param("account", account)
                .query((row, number) ->
                        new Acting(
                                new Actor(
                                        organization,
                                        account,
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        roles(row, 3),
                                        Set.of((UUID[]) row.getArray(4).getArray())),
                                row.getString(5)))
                .optional();
    }

    List<Account> accounts() {
        return jdbc.sql(
                        """
                        select a.id, a.email, a.display_name, a.staff_id,
                               array(select r.role from access.account_role r
                                      where r.organization_id = a.organization_id and r.account_id = a.id),
                               array(select s.site_id from access.account_site s
                                      where s.organization_id = a.organization_id and s.account_id = a.id),
                               a.password_hash is null, a.totp_confirmed_at is not null, a.locked_at is not null,
                               a.locked_at is not null and a.failed_attempts >= :allowed
                        from access.account a
                        where a.organization_id = :organization
                        order by a.display_name, a.id
                        """)
                .param("organization", organization())
                .param("allowed", SignIn.ALLOWED_FAILURES)
                .query(AccountRecords::account)
                .list();
    }

    /** False where the e-mail signs in elsewhere already. */
    boolean add(AccountId id, NewAccount account) {
        boolean free =
                jdbc.sql(
                                        """
                                        insert into access.sign_in_name (email, organization_id, account_id)
                                        values (:email, :organization, :account)
                                        on conflict do nothing
                                        """)
                                .param("email", account.email())
                                .param("organization", organization())
                                .param("account", id.value())
                                .update()
                        == 1;
        if (free) {
            var staff = account.staff();
            jdbc.sql(
                            """
                            insert into access.account (organization_id, id, staff_id, email, display_name, created_at)
                            values (:organization, :account, :staff, :email, :name, :now)
                            """)
                    .param("organization", organization())
                    .param("account", id.value())
                    .param("staff", staff == null ? null : staff.value())
                    .param("email", account.email())
                    .param("name", account.name())
                    .param("now", now())
                    .update();
            setRoles(id, account.roles(), account.sites());
        }
        return free;
    }

    void setRoles(AccountId id, Set<Role> roles, Set<SiteId> sites) {
        jdbc.sql(
                        """
                        delete from access.account_role
                        where organization_id = :organization and account_id = :account
                        """)
                .param("organization", organization())
                .param("account", id.value())
                .update();
        jdbc.sql(
                        """
                        delete from access.account_site
                        where organization_id = :organization and account_id = :account
                        """)
                .param("organization", organization())
                .param("account", id.value())
                .update();
        for (var role : roles) {
            jdbc.sql(
                            """
                            insert into access.account_role (organization_id, account_id, role)
                            values (:organization, :account, :role)
                            """)
                    .param("organization", organization())
                    .param("account", id.value())
                    .param("role", role.name())
                    .update();
        }
        for (var site : sites) {
            jdbc.sql(
                            """
                            insert into access.account_site (organization_id, account_id, site_id)
                            values (:organization, :account, :site)
                            """)
                    .param("organization", organization())
                    .param("account", id.value())
                    .param("site", site.value())
                    .update();
        }
    }

    /** False where the new e-mail signs in elsewhere already. */
    boolean changeEmail(AccountId id, String standing, String wanted) {
        boolean free =
                jdbc.sql("select access.replace_sign_in_name(:standing, :wanted, :account)")
                        .param("standing", standing)
                        .param("wanted", wanted)
                        .param("account", id.value())
                        .query(Boolean.class)
                        .single();
        if (free) {
            jdbc.sql(
                            """
                            update access.account set email = :email
                            where organization_id = :organization and id = :account
                            """)
                    .param("organization", organization())
                    .param("account", id.value())
                    .param("email", wanted)
                    .update();
        }
        return free;
    }

    void lock(AccountId id) {
        jdbc.sql(
                        """
                        update access.account set locked_at = coalesce(locked_at, :now)
                        where organization_id = :organization and id = :account
                        """)
                .param("organization", organization())
                .param("account", id.value())
                .param("now", now())
                .update();
    }

    void unlock(AccountId id) {
        jdbc.sql(
                        """
                        update access.account set locked_at = null, failed_attempts = 0
                        where organization_id = :organization and id = :account
                        """)
                .param("organization", organization())
                .param("account", id.value())
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var staff = row.getObject(4, UUID.class);
        return new Account(
                new AccountId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                staff == null ? null : new StaffId(staff),
                roles(row, 5),
                Arrays.stream((UUID[]) row.getArray(6).getArray())
                        .map(SiteId::new)
                        .collect(Collectors.toSet()),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getBoolean(9),
                row.getBoolean(10));
    }

    private static Set<Role> roles(ResultSet row, int column) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        for (String name : (String[]) row.getArray(column).getArray()) {
            roles.add(Role.valueOf(name));
        }
        return roles;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
