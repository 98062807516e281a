/** Organizations, sites with their time zones, rooms, programs, staff and their credentials. */
@ApplicationModule(allowedDependencies = {"base", "web", "audit"})
@NullMarked
package care.trellis.organizations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
