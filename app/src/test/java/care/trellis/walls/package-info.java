/** The walls that hold from the first day: tenant, decision, record, once. */
@NullMarked
package care.trellis.walls;

import org.jspecify.annotations.NullMarked;
