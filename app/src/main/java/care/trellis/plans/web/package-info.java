/** The pages of the treatment plan. */
@NullMarked
package care.trellis.plans.web;

import org.jspecify.annotations.NullMarked;
