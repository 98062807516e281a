/** Group notes: drafts that save themselves, signatures that bind what was signed, addenda. */
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
            "measures"
        })
@NullMarked
package care.trellis.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
