/**
 * Asks payers by file to authorize (278), and takes what they answer: granted, changed, refused, or
 * still being looked at.
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
            "authorizations",
            "billing"
        })
@NullMarked
package care.trellis.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
