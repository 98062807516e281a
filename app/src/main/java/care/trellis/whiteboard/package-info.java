/**
 * The shift at a glance: which groups meet now and next and how full they are, who is expected and
 * not here, what is to be done, and what one shift hands to the next.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "web",
            "audit",
            "organizations",
            "access",
            "payers",
            "clients",
            "episodes",
            "papers",
            "safety",
            "sessions",
            "attendance",
            "measures",
            "kiosk",
            "drugtests"
        })
@NullMarked
package care.trellis.whiteboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
