/** What was acknowledged stands, whatever is killed meanwhile. */
@NullMarked
package care.trellis.crash;

import org.jspecify.annotations.NullMarked;
