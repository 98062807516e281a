/** Payers, contracts, the rulebooks in force, fees. */
@ApplicationModule(allowedDependencies = {"base", "web", "audit", "organizations", "access"})
@NullMarked
package care.trellis.payers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
