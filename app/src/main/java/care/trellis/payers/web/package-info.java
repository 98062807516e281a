/** The pages of payers, contracts and fees. */
@NullMarked
package care.trellis.payers.web;

import org.jspecify.annotations.NullMarked;
