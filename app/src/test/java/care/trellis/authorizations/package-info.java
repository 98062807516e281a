@NullMarked
package care.trellis.authorizations;

import org.jspecify.annotations.NullMarked;
