/**
 * What {@code ./trellis x12} prints: one JSON object that says what is in a file, written while the
 * file is read. Each kind of transaction has a block of its own here.
 */
@NullMarked
package care.trellis.engine.x12.summary;

import org.jspecify.annotations.NullMarked;
