/** The pages of the exchange. */
@NullMarked
package care.trellis.exchange.web;

import org.jspecify.annotations.NullMarked;
