/**
 * Notes of groups and of single clients: drafts that save themselves, signatures that bind what was
 * signed, addenda, supervision; private notes apart.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "web",
            "documents",
            "audit",
            "organizations",
            "access",
            "payers",
            "clients",
            "safety",
            "episodes",
            "papers",
            "plans",
            "sessions",
            "attendance",
            "curricula",
            "measures"
        })
@NullMarked
package care.trellis.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
