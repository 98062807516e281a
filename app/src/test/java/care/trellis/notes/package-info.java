/** Notes: what is typed is kept, what is signed stays. */
@NullMarked
package care.trellis.notes;

import org.jspecify.annotations.NullMarked;
