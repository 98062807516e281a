/**
 * What a client's plan covers and what care will cost them: checks by hand and by file, when to
 * check again, and estimates in plain words.
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
            "sessions",
            "attendance",
            "ledger",
            "billing",
            "receivables",
            "cashier"
        })
@NullMarked
package care.trellis.benefits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
