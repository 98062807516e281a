@NullMarked
package care.trellis.curricula;

import org.jspecify.annotations.NullMarked;
