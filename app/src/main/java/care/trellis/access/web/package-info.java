/** The pages on which administrators manage accounts. */
@NullMarked
package care.trellis.access.web;

import org.jspecify.annotations.NullMarked;
