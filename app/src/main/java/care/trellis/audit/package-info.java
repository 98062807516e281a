/** Who read and changed what: rows committed with the change, chained by hash. */
@ApplicationModule(allowedDependencies = {"base", "web"})
@NullMarked
package care.trellis.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
