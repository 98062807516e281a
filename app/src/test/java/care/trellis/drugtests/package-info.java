@NullMarked
package care.trellis.drugtests;

import org.jspecify.annotations.NullMarked;
