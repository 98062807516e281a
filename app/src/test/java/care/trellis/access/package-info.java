/** Sign-in, factors, accounts. */
@NullMarked
package care.trellis.access;

import org.jspecify.annotations.NullMarked;
