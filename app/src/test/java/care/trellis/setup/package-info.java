/** Setting programs up, and settings as files. */
@NullMarked
package care.trellis.setup;

import org.jspecify.annotations.NullMarked;
