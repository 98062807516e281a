/** The person, contacts, coverage, and the consents that a disclosure needs. */
@ApplicationModule(
        allowedDependencies = {"base", "web", "audit", "organizations", "access", "payers"})
@NullMarked
package care.trellis.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
