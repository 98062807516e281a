/**
 * What the program writes to clients, by text and by mail: queued once, sent by a job, never
 * blindly sent twice. Every message is of a wording that tells a stranger nothing.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "web",
            "outbound",
            "audit",
            "organizations",
            "access",
            "payers",
            "clients"
        })
@NullMarked
package care.trellis.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
