/** The pages of billing. */
@NullMarked
package care.trellis.billing.web;

import org.jspecify.annotations.NullMarked;
