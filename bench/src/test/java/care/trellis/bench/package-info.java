@NullMarked
package care.trellis.bench;

import org.jspecify.annotations.NullMarked;
