/** Tests of the pages of the rules. */
@NullMarked
package care.trellis.rules;

import org.jspecify.annotations.NullMarked;
