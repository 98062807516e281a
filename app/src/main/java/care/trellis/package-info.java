/** Trellis: runs Intensive Outpatient Programs, from prescribed to paid. */
@NullMarked
package care.trellis;

import org.jspecify.annotations.NullMarked;
