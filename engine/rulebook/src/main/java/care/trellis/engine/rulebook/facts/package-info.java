/**
 * The facts a decision is made from, typed once. A {@code null} says that the fact is not known;
 * what is unknown fails no rule.
 */
@NullMarked
package care.trellis.engine.rulebook.facts;

import org.jspecify.annotations.NullMarked;
