/**
 * Clients' money: what they owe and paid, day by day; fees by income, payment plans, statements,
 * receipts, refunds, and days that no payer may hear of.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "web",
            "documents",
            "outbound",
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
            "receivables"
        })
@NullMarked
package care.trellis.cashier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
