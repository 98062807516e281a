/**
 * Starts and stops the program: settings, the data directory, PostgreSQL, migrations. Nothing here
 * knows what the program does with them.
 */
@NullMarked
package care.trellis.server;

import org.jspecify.annotations.NullMarked;
