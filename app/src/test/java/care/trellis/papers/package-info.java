@NullMarked
package care.trellis.papers;

import org.jspecify.annotations.NullMarked;
