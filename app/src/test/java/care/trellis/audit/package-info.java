/** The record and its chain. */
@NullMarked
package care.trellis.audit;

import org.jspecify.annotations.NullMarked;
