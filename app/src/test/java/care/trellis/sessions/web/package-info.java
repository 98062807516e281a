/** The pages of tracks. */
@NullMarked
package care.trellis.sessions.web;

import org.jspecify.annotations.NullMarked;
