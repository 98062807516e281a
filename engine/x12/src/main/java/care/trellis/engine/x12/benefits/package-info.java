/** Questions about coverage (270) and their answers (271, both 005010X279A1). */
@NullMarked
package care.trellis.engine.x12.benefits;

import org.jspecify.annotations.NullMarked;
