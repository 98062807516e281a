/**
 * What a receiver says of a file before anybody looks at its claims: TA1 (the envelope), 999
 * 005010X231A1 (each transaction).
 */
@NullMarked
package care.trellis.engine.x12.acknowledgments;

import org.jspecify.annotations.NullMarked;
