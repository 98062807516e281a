/** The day board and the week board. */
@NullMarked
package care.trellis.board;

import org.jspecify.annotations.NullMarked;
