/** The pages of what is owed and of the denials. */
@NullMarked
package care.trellis.receivables.web;

import org.jspecify.annotations.NullMarked;
