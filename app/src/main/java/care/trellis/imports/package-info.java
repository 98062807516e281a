/**
 * Takes people in from elsewhere: FHIR R4 bundles and a spreadsheet become clients with coverage,
 * diagnoses, scores and authorizations. It writes nothing itself but what it has taken; the rooms'
 * own doors do.
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
            "authorizations",
            "server"
        })
@NullMarked
package care.trellis.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
