/**
 * The pages of the chain: the ledger of a week, the reasons of one client-day, and the
 * authorizations they draw from. Each joins what several rooms know, so they stand right of them
 * all; they own nothing.
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
            "notes",
            "authorizations",
            "placement",
            "ledger",
            "billing",
            "approvals"
        })
@NullMarked
package care.trellis.chain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
