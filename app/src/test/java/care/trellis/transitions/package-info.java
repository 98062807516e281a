@NullMarked
package care.trellis.transitions;

import org.jspecify.annotations.NullMarked;
