/**
 * A day without the program: what is printed at six in the morning so that groups go on, and how
 * the day comes back in from paper.
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
            "episodes",
            "papers",
            "safety",
            "sessions",
            "attendance",
            "medications"
        })
@NullMarked
package care.trellis.downtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
