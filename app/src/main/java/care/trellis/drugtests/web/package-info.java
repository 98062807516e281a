/** The pages of drug tests. */
@NullMarked
package care.trellis.drugtests.web;

import org.jspecify.annotations.NullMarked;
