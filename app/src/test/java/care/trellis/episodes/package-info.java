@NullMarked
package care.trellis.episodes;

import org.jspecify.annotations.NullMarked;
