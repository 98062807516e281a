/** The synthetic clinic, small, on a real database. */
@NullMarked
package care.trellis.demo;

import org.jspecify.annotations.NullMarked;
