/** The page of one session: who is expected, who is here, and how the record is put right. */
@NullMarked
package care.trellis.attendance.web;

import org.jspecify.annotations.NullMarked;
