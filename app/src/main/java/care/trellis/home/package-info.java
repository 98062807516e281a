/**
 * The front hall: which menu a person sees, the home page, and the pages that say no. It stands
 * right of all rooms and owns nothing.
 */
@NullMarked
package care.trellis.home;

import org.jspecify.annotations.NullMarked;
