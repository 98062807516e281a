/**
 * Drug tests as part of treatment: a draw that nobody can steer, custody from hand to hand, results
 * beside what is prescribed, and a talk in place of a punishment.
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
            "papers",
            "medications"
        })
@NullMarked
package care.trellis.drugtests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
