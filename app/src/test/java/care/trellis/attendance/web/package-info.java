/** The page of one session. */
@NullMarked
package care.trellis.attendance.web;

import org.jspecify.annotations.NullMarked;
