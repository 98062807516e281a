/**
 * The day board and the week board: who is expected, who is here, and what it means for their week.
 * They join the published views of many rooms, own nothing, and are pushed to every open screen as
 * things change. Names are first name and last initial, because the board hangs on walls.
 */
@NullMarked
package care.trellis.board;

import org.jspecify.annotations.NullMarked;
