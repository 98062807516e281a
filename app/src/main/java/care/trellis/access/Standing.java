package care.trellis.access;

import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the sign-in needs to know of an account, secrets included; it never leaves this package.
 *
 * @param secret the sealed secret of the authenticator app
 * @param enrolled the person has shown a code of it
 * @param lastStep the step of the last code used
 */
record Standing(
        OrganizationId organization,
        UUID account,
        String email,
        String name,
        @Nullable String passwordHash,
        byte @Nullable [] secret,
        boolean enrolled,
        long lastStep,
        boolean locked) {

    /** What the account does to itself is recorded under its own name, before it has any role. */
    Permit own() {
        return Permit.granted(
                new Actor(organization, account, null, name, Set.of(), Set.of()),
                Action.OWN_ACCOUNT,
                Permit.Purpose.OPERATIONS,
                null);
    }

    /** Names no person and shows no secret: logs may hold it. */
    @Override
    public String toString() {
        return "Standing[" + account + "]";
    }
}
