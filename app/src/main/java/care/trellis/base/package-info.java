/**
 * What every room stands on: ids, money, the clock, the organization a transaction works for, and
 * the permit that a door asks for.
 */
@ApplicationModule(
        allowedDependencies = {},
        type = ApplicationModule.Type.OPEN)
@NullMarked
package care.trellis.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
