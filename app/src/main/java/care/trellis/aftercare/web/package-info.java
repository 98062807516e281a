/** The page of what follows a stay. */
@NullMarked
package care.trellis.aftercare.web;

import org.jspecify.annotations.NullMarked;
