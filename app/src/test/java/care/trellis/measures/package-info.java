@NullMarked
package care.trellis.measures;

import org.jspecify.annotations.NullMarked;
