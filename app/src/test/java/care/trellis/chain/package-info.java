/** The pages of the chain, asked as a signed-in person asks. */
@NullMarked
package care.trellis.chain;

import org.jspecify.annotations.NullMarked;
