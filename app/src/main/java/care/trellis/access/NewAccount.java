package care.trellis.access;

import care.trellis.base.Role;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be invited.
 *
 * @param name as colleagues see it
 * @param sites where they work; none means every site
 * @param staff the staff record behind the account, where there is one: clinicians sign with it
 */
public record NewAccount(
        String email, String name, Set<Role> roles, Set<SiteId> sites, @Nullable StaffId staff) {

    public NewAccount {
        email = email.strip().toLowerCase(Locale.ROOT);
        name = name.strip();
        roles = Set.copyOf(roles);
        sites = Set.copyOf(sites);
    }

    /** Names no person: logs may hold it. */
    @Override
    public String toString() {
        return "NewAccount[]";
    }
}
