/** Tracks, dated sessions and rosters. */
@NullMarked
package care.trellis.sessions;

import org.jspecify.annotations.NullMarked;
