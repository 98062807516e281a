/** Payer and licence rules: a client's week in, a decision with its trace out. Pure Java. */
@NullMarked
package care.trellis.engine.rulebook;

import org.jspecify.annotations.NullMarked;
