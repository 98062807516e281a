/** The pages of placement. */
@NullMarked
package care.trellis.placement.web;

import org.jspecify.annotations.NullMarked;
