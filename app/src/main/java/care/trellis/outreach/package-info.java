/**
 * Bringing people back: reminders, what is done about an absence on the same day, and signs that
 * somebody may be about to leave. Nothing of it goes to payers or into exports; nobody is refused
 * anything by it.
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
            "messages",
            "episodes",
            "safety",
            "admissions",
            "sessions",
            "attendance",
            "measures",
            "drugtests"
        })
@NullMarked
package care.trellis.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
