/** The pages of the curriculum. */
@NullMarked
package care.trellis.curricula.web;

import org.jspecify.annotations.NullMarked;
