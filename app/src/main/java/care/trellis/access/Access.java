package care.trellis.access;

import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The one place that decides who may do what to which client, session or site, and for which
 * purpose. Deny by default: a permit comes from here or not at all.
 */
@Service
public class Access {

    private final Map<Resource.Kind, SiteLookup> sites = new EnumMap<>(Resource.Kind.class);

    Access(List<SiteLookup> lookups) {
        lookups.forEach(lookup -> sites.put(lookup.kind(), lookup));
    }

    /**
     * Decides.
     *
     * @param resource what is touched, where its site matters; null for what belongs to the
     *     organization as a whole
     * @return the permit, or nothing: the caller then answers as if the thing were not there
     */
    public Optional<Permit> decide(
            Actor actor, Action action, Permit.Purpose purpose, @Nullable Resource resource) {
        return decide(actor, action, purpose, resource, null);
    }

    /**
     * The same, where the site may have been looked up in this request already.
     *
     * @param located used where it is about the same resource
     */
    Optional<Permit> decide(
            Actor actor,
            Action action,
            Permit.Purpose purpose,
            @Nullable Resource resource,
            @Nullable Located located) {
        if (!mayByRole(actor, action)) {
            return Optional.empty();
        }
        if (resource != null) {
            var here =
                    located != null && located.resource().equals(resource)
                            ? located
                            : locate(resource);
            if (here.site().filter(actor::worksAt).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(Permit.granted(actor, action, purpose, resource));
    }

    /**
     * Where a client, session or site is.
     *
     * @param site empty where there is no such thing in this organization
     */
    record Located(Resource resource, Optional<UUID> site) {}

    /** Looks up where a resource is now. */
    Located locate(Resource resource) {
        if (resource.kind() == Resource.Kind.SITE) {
            return new Located(resource, Optional.of(resource.id()));
        }
        var lookup = sites.get(resource.kind());
        return new Located(
                resource, lookup == null ? Optional.empty() : lookup.siteOf(resource.id()));
    }

    /** Whether one of the actor's roles may do the action at all: what menus and buttons ask. */
    public boolean mayByRole(Actor actor, Action action) {
        return !Collections.disjoint(actor.roles(), AccessTable.rolesFor(action));
    }

    /**
     * The permit of the program itself, for a job or for a command that an operator of the machine
     * gave. It is recorded under the system's own id.
     */
    public static Permit system(
            care.trellis.base.OrganizationId organization, Action action, Permit.Purpose purpose) {
        return Permit.granted(Actor.system(organization), action, purpose, null);
    }

    /**
     * The permit of whoever holds a one-time code or link: to answer, for one client and nothing
     * else. That the code or link is good is for the caller to have found out; what is done is
     * recorded under the holder's id.
     */
    public static Permit holder(
            care.trellis.base.OrganizationId organization, UUID holder, Resource client) {
        var actor =
                new Actor(
                        organization,
                        holder,
                        null,
                        "Respondent",
                        java.util.Set.of(),
                        java.util.Set.of());
        return Permit.granted(actor, Action.MEASURE_ANSWER, Permit.Purpose.TREATMENT, client);
    }

    /**
     * The permit of whatever reads a calendar by its secret address, recorded under the calendar's
     * own id. That the address is good is for the caller to have found out.
     */
    public static Permit feed(care.trellis.base.OrganizationId organization, UUID feed) {
        var actor =
                new Actor(
                        organization,
                        feed,
                        null,
                        "Calendar",
                        java.util.Set.of(),
                        java.util.Set.of());
        return Permit.granted(actor, Action.FEED_READ, Permit.Purpose.TREATMENT, null);
    }

    /** What a device that staff paired with a site may do at most; no role hangs on it. */
    private static final java.util.Set<Action> OF_DEVICES =
            java.util.EnumSet.of(Action.CHECK_IN, Action.MEASURE_GIVE, Action.SHIFT_VIEW);

    /**
     * The permit of a paired device at its own site: what is done there by a client who proved who
     * they are is recorded under the device's id. That the device is paired, and what the client
     * proved, is for the caller to have found out.
     *
     * @param resource the one session or client that it is for
     * @throws IllegalArgumentException for what no device may do
     */
    public static Permit device(
            care.trellis.base.OrganizationId organization,
            UUID device,
            UUID site,
            Action action,
            Resource resource) {
        if (!OF_DEVICES.contains(action)) {
            throw new IllegalArgumentException("No device may " + action);
        }
        var actor =
                new Actor(
                        organization,
                        device,
                        null,
                        "Kiosk",
                        java.util.Set.of(),
                        java.util.Set.of(site));
        return Permit.granted(actor, action, Permit.Purpose.TREATMENT, resource);
    }
}
