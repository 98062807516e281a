/** The pages of a day without the program. */
@NullMarked
package care.trellis.downtime.web;

import org.jspecify.annotations.NullMarked;
