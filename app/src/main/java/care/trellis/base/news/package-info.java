/**
 * Tells every copy of the program, within a moment of the commit, that something changed: what open
 * screens live from.
 */
@NullMarked
package care.trellis.base.news;

import org.jspecify.annotations.NullMarked;
