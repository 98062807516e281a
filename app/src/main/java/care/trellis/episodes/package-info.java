/** The episode of care: placement, plan, goals, diagnoses, scores from elsewhere. */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "web",
            "audit",
            "organizations",
            "access",
            "payers",
            "clients"
        })
@NullMarked
package care.trellis.episodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
