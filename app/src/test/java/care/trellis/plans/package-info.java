@NullMarked
package care.trellis.plans;

import org.jspecify.annotations.NullMarked;
