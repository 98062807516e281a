/**
 * Files to and from clearinghouses: kept as they came, taken by what they hold, or set apart with a
 * reason.
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
            "attendance",
            "notes",
            "authorizations",
            "ledger",
            "billing",
            "approvals",
            "receivables",
            "benefits"
        })
@NullMarked
package care.trellis.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
