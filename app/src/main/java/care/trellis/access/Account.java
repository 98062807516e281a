package care.trellis.access;

import care.trellis.base.Role;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as its administrator sees it.
 *
 * @param sites none: every site
 * @param invited no password has been set yet
 * @param enrolled a second factor stands
 * @param lockedForFailures locked after too many wrong attempts, not by a person
 */
public record Account(
        AccountId id,
        String email,
        String name,
        @Nullable StaffId staff,
        Set<Role> roles,
        Set<SiteId> sites,
        boolean invited,
        boolean enrolled,
        boolean locked,
        boolean lockedForFailures) {

    public Account {
        roles = Set.copyOf(roles);
        sites = Set.copyOf(sites);
    }

    /** Names no person: logs may hold it. */
    @Override
    public String toString() {
        return "Account[" + id.value() + "]";
    }
}
