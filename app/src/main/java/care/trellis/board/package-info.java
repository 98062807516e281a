/**
 * What the day board shows, as finished text: the records that its templates print, for a day and
 * for a week. Names are first name and last initial, because the board hangs on walls.
 */
@NullMarked
package care.trellis.board;

import org.jspecify.annotations.NullMarked;
