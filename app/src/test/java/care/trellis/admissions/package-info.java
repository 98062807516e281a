@NullMarked
package care.trellis.admissions;

import org.jspecify.annotations.NullMarked;
