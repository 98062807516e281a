/**
 * Measures what the daily work costs: the running program, with real security on, against
 * PostgreSQL doing the same work in plain SQL on the same server in the same run.
 */
@NullMarked
package care.trellis.bench;

import org.jspecify.annotations.NullMarked;
