/** Claims out, remittances in, line by line. */
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
            "notes",
            "authorizations",
            "ledger",
            "documents"
        })
@NullMarked
package care.trellis.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
