/**
 * What is taught: modules of a curriculum, which session taught which, and who was there for how
 * long.
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
            "sessions",
            "attendance"
        })
@NullMarked
package care.trellis.curricula;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
