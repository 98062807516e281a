/** Pages of {@code transitions}. */
@NullMarked
package care.trellis.transitions.web;

import org.jspecify.annotations.NullMarked;
