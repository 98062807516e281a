package care.trellis.base;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting: a signed-in account, or the system itself for a job or an operator's command.
 *
 * @param organization the organization the account belongs to
 * @param account the account's id; audit rows carry it
 * @param staff the member of staff behind the account, absent for the system and for accounts
 *     without a staff record
 * @param name the name as colleagues see it
 * @param roles the roles held now
 * @param sites the sites the account works at; empty means every site of the organization
 */
public record Actor(
        OrganizationId organization,
        UUID account,
        @Nullable UUID staff,
        String name,
        Set<Role> roles,
        Set<UUID> sites) {

    private static final UUID SYSTEM = new UUID(0, 0);

    public Actor {
        roles = Set.copyOf(roles);
        sites = Set.copyOf(sites);
    }

    /** The program itself: a job, or a command that an operator of the machine gave. */
    public static Actor system(OrganizationId organization) {
        return new Actor(organization, SYSTEM, null, "Trellis", Set.of(Role.values()), Set.of());
    }

    /** Whether this account works at the site. */
    public boolean worksAt(UUID site) {
        return sites.isEmpty() || sites.contains(site);
    }

    /** Names no person: logs may hold an actor. */
    @Override
    public String toString() {
        return "Actor[" + account + "]";
    }
}
