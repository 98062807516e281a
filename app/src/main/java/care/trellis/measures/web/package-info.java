/** The pages of measures: for staff, and for those who answer with a code or a link. */
@NullMarked
package care.trellis.measures.web;

import org.jspecify.annotations.NullMarked;
