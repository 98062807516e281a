/** What a client takes, what a client must not have, and that somebody compared the list. */
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
            "measures"
        })
@NullMarked
package care.trellis.medications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
