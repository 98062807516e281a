@NullMarked
package care.trellis.whiteboard;

import org.jspecify.annotations.NullMarked;
