/**
 * Measures: handed out, answered, scored by the engine, watched. A safety answer raises its alert
 * in the transaction that keeps the answer.
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
            "safety",
            "sessions",
            "attendance"
        })
@NullMarked
package care.trellis.measures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
