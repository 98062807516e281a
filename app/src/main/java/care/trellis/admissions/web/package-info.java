/** The pages of barriers. */
@NullMarked
package care.trellis.admissions.web;

import org.jspecify.annotations.NullMarked;
