@NullMarked
package care.trellis.kiosk.web;

import org.jspecify.annotations.NullMarked;
