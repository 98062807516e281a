/** Pages of who answers for a client. */
@NullMarked
package care.trellis.episodes.web;

import org.jspecify.annotations.NullMarked;
