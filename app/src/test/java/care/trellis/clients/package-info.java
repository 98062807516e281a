@NullMarked
package care.trellis.clients;

import org.jspecify.annotations.NullMarked;
