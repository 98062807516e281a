/** Asking for authorization and the decision on it (278, 005010X217). */
@NullMarked
package care.trellis.engine.x12.reviews;

import org.jspecify.annotations.NullMarked;
