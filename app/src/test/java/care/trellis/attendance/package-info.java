/** Who came, when, and when they left. */
@NullMarked
package care.trellis.attendance;

import org.jspecify.annotations.NullMarked;
