@NullMarked
package care.trellis.cashier;

import org.jspecify.annotations.NullMarked;
