/**
 * Papers of a client by the forms of {@code content/forms}: drafts that save themselves section by
 * section, begin with what is known already, and are bound by hash when they are signed.
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
            "episodes"
        })
@NullMarked
package care.trellis.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
