/**
 * Setting a whole program up in one go, and settings as files. It owns nothing but what is being
 * typed: all that it makes, it makes through the doors of the rooms.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "web",
            "audit",
            "organizations",
            "access",
            "payers",
            "sessions",
            "curricula"
        })
@NullMarked
package care.trellis.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
