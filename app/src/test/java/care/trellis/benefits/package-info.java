@NullMarked
package care.trellis.benefits;

import org.jspecify.annotations.NullMarked;
