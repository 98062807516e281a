/**
 * The treatment plan: problem, goal, objective, intervention; who signed it, and when it is due
 * again. Goals and prescribed hours live in {@code episodes}; this room stands around them.
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
            "papers"
        })
@NullMarked
package care.trellis.plans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
