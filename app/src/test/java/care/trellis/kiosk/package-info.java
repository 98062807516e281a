@NullMarked
package care.trellis.kiosk;

import org.jspecify.annotations.NullMarked;
