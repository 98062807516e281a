/** What a payer granted: units, dates, what is left. */
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
            "attendance",
            "measures",
            "notes"
        })
@NullMarked
package care.trellis.authorizations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
