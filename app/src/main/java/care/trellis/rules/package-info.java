/**
 * The pages of the rules: the library in words, what a contract changes in it, and the studio where
 * a change is proposed, replayed and published. They join what payers and ledger know and own
 * nothing.
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
            "ledger"
        })
@NullMarked
package care.trellis.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
