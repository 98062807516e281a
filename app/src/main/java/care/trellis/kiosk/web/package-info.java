/** The screens of the doors, and where staff pair and end devices. */
@NullMarked
package care.trellis.kiosk.web;

import org.jspecify.annotations.NullMarked;
