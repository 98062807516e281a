@NullMarked
package care.trellis.documents;

import org.jspecify.annotations.NullMarked;
