/** Trellis runs Intensive Outpatient Programs: the client's week, from prescribed to paid. */
@NullMarked
package care.trellis;

import org.jspecify.annotations.NullMarked;
