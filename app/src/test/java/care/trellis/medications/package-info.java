@NullMarked
package care.trellis.medications;

import org.jspecify.annotations.NullMarked;
