@NullMarked
package care.trellis.imports;

import org.jspecify.annotations.NullMarked;
