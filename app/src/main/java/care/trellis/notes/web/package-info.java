/** The pages of notes. */
@NullMarked
package care.trellis.notes.web;

import org.jspecify.annotations.NullMarked;
