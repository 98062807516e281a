/** Risk flags with an owner and a clock, who is on call, and what each client does in a crisis. */
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
            "papers"
        })
@NullMarked
package care.trellis.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
