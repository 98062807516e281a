/** The pages of medications. */
@NullMarked
package care.trellis.medications.web;

import org.jspecify.annotations.NullMarked;
