/**
 * The one way by which the program asks anything of another machine over HTTP. A room without a
 * schema: any room may use it, it knows none of them and keeps nothing.
 */
@ApplicationModule(allowedDependencies = "base")
@NullMarked
package care.trellis.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
