package care.trellis.base;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The proof that one decision was made: this actor may do this action to this resource for this
 * purpose. Doors ask for one, and only {@code access} hands them out (an architecture test holds
 * that), so no path can forget to ask.
 */
public final class Permit {

    /** Why a record is used (45 CFR 164.506; 42 CFR 2.31). It stands in every audit row. */
    public enum Purpose {
        TREATMENT,
        PAYMENT,
        OPERATIONS
    }

    private final Actor actor;
    private final Action action;
    private final Purpose purpose;
    private final @Nullable Resource resource;

    private Permit(Actor actor, Action action, Purpose purpose, @Nullable Resource resource) {
        this.actor = actor;
        this.action = action;
        this.purpose = purpose;
        this.resource = resource;
    }

    /** Called by the one decision place and by nobody else. */
    public static Permit granted(
            Actor actor, Action action, Purpose purpose, @Nullable Resource resource) {
        return new Permit(actor, action, purpose, resource);
    }

    /** Who acts. */
    public Actor actor() {
        return actor;
    }

    /** What was permitted. */
    public Action action() {
        return action;
    }

    /** What for. */
    public Purpose purpose() {
        return purpose;
    }

    /** The organization that the permit is good in. */
    public OrganizationId organization() {
        return actor.organization();
    }

    /**
     * Stops a caller that brings the permit of another action: a bug in our own code, never a
     * user's doing.
     *
     * @throws IllegalStateException when this permit was granted for none of the actions
     */
    public void require(Action... actions) {
        for (Action wanted : actions) {
            if (wanted == action) {
                return;
            }
        }
        throw new IllegalStateException(
                "A permit for " + action + " was brought to a door that asks for " + actions[0]);
    }

    /**
     * Stops a caller whose permit was decided for another client, session or site than the one now
     * touched.
     *
     * @throws IllegalStateException when the permit names another resource
     */
    public void require(Action wanted, Resource touched) {
        require(wanted);
        if (resource != null && !Objects.equals(resource, touched)) {
            throw new IllegalStateException(
                    "A permit for one " + resource.kind() + " was brought to another");
        }
    }

    /**
     * The same for a door that several actions may open.
     *
     * @throws IllegalStateException when this permit was granted for none of the actions, or names
     *     another resource
     */
    public void require(Resource touched, Action... actions) {
        require(actions);
        require(action, touched);
    }
}
