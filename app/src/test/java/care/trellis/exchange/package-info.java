/** The exchange: files from outside are kept, taken, or set apart. */
@NullMarked
package care.trellis.exchange;

import org.jspecify.annotations.NullMarked;
