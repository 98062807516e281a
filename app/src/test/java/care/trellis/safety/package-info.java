@NullMarked
package care.trellis.safety;

import org.jspecify.annotations.NullMarked;
