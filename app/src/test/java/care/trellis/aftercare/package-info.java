@NullMarked
package care.trellis.aftercare;

import org.jspecify.annotations.NullMarked;
