/** Sign-in, factors, roles, and the one place that decides who may do what. */
@ApplicationModule(allowedDependencies = {"base", "web", "audit", "organizations"})
@NullMarked
package care.trellis.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
