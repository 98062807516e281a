/**
 * How a stay moves on: steps up and down, tapers and transfers as one reversible action, and what
 * follows a discharge.
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
            "plans",
            "safety",
            "sessions",
            "attendance",
            "measures",
            "drugtests",
            "authorizations"
        })
@NullMarked
package care.trellis.transitions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
