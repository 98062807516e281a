/** The whiteboard's screens: the staff's, the wall's, and paper. */
@NullMarked
package care.trellis.whiteboard.web;

import org.jspecify.annotations.NullMarked;
