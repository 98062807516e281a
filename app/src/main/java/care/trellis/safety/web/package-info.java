/** The pages of safety: one client's, and the watch of a site. */
@NullMarked
package care.trellis.safety.web;

import org.jspecify.annotations.NullMarked;
