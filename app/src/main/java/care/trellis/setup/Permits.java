package care.trellis.setup;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import org.springframework.stereotype.Component;

/** The permits that setting a program up takes to the doors of the rooms; each is decided anew. */
@Component
class Permits {

    private final Access access;

    Permits(Access access) {
        this.access = access;
    }

    /** The same person's permit for another action; nobody has one who may not do it. */
    Permit of(Permit setup, Action action) {
        setup.require(Action.PROGRAM_SETUP);
        return access.decide(setup.actor(), action, Permit.Purpose.OPERATIONS, null)
                .orElseThrow(NotFound::new);
    }
}
