/**
 * Where a claim stands: the receiver's answer to each claim (277CA 005010X214), our question (276)
 * and the payer's answer (277, both 005010X212).
 */
@NullMarked
package care.trellis.engine.x12.statuses;

import org.jspecify.annotations.NullMarked;
