/**
 * The doors through which clients check in by themselves: a paired tablet, a code on the wall that
 * changes each minute, four digits by text or video. All of them end in one event of {@code
 * attendance}.
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
            "papers",
            "safety",
            "sessions",
            "attendance",
            "measures"
        })
@NullMarked
package care.trellis.kiosk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
