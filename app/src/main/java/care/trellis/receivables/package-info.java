/**
 * What is owed and what became of it: the double-entry ledger of money, accounts receivable, and
 * the denials that people work.
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
            "ledger",
            "billing"
        })
@NullMarked
package care.trellis.receivables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
