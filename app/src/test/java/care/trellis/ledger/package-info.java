/** The client's week: decided, kept, thrown away and decided again. */
@NullMarked
package care.trellis.ledger;

import org.jspecify.annotations.NullMarked;
