/** Scoring of instruments. */
@NullMarked
package care.trellis.engine.instruments;

import org.jspecify.annotations.NullMarked;
