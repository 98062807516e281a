/**
 * Who gets which place: the waiting list, who must not meet whom, whom a track is for, and
 * proposals of the optimizer, which staff take or leave.
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
            "messages",
            "episodes",
            "sessions",
            "attendance",
            "curricula",
            "measures",
            "authorizations"
        })
@NullMarked
package care.trellis.placement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
