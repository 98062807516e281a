package care.trellis.demo;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import care.trellis.demo.story.Colleague;
import java.util.Map;

/** The permits of the staff, asked of the same place that decides for the pages. */
final class Badges {

    private final Access access;
    private final OrganizationId organization;
    private final Map<Colleague, Actor> actors;

    Badges(Access access, OrganizationId organization, Map<Colleague, Actor> actors) {
        this.access = access;
        this.organization = organization;
        this.actors = Map.copyOf(actors);
    }

    /**
     * A permit.
     *
     * @throws IllegalStateException when the role may not do it: the script is wrong then
     */
    Permit of(Colleague colleague, Action action) {
        var actor = actors.get(colleague);
        if (actor == null) {
            throw new IllegalStateException(colleague + " has no account yet");
        }
        return access.decide(actor, action, purpose(action), null)
                .orElseThrow(
                        () -> new IllegalStateException(colleague.role() + " may not " + action));
    }

    /** The program's own permit, for what a job does. */
    Permit system(Action action) {
        return Access.system(organization, action, Permit.Purpose.OPERATIONS);
    }

    private static Permit.Purpose purpose(Action action) {
        return switch (action) {
            case CLAIM_VIEW,
                    CLAIM_SUBMIT,
                    REMITTANCE_VIEW,
                    REMITTANCE_POST,
                    AUTHORIZATION_EDIT,
                    COVERAGE_EDIT,
                    BENEFIT_EDIT,
                    CASHIER_VIEW,
                    CASHIER_TAKE,
                    CASHIER_EDIT,
                    LEDGER_VIEW,
                    DAY_CLOSE ->
                    Permit.Purpose.PAYMENT;
            case ORGANIZATION_EDIT,
                    STAFF_EDIT,
                    CONTRACT_EDIT,
                    SESSION_EDIT,
                    IMPORT_RUN,
                    MEASURE_SETTINGS,
                    DEVICE_PAIR ->
                    Permit.Purpose.OPERATIONS;
            default -> Permit.Purpose.TREATMENT;
        };
    }
}
