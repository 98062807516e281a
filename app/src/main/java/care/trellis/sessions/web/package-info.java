/** The pages of tracks: their week, and who is enrolled. */
@NullMarked
package care.trellis.sessions.web;

import org.jspecify.annotations.NullMarked;
