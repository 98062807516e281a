/**
 * What was promised for after a stay: appointments, referrals, check-ins, and whether they were
 * kept.
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
            "papers"
        })
@NullMarked
package care.trellis.aftercare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
