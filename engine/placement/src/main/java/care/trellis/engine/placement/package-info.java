/**
 * Who joins which track, on which days: people and tracks in, a proposal with its reasons out. No
 * clock, no database, no web; the same question, seed and number of moves give the same proposal.
 *
 * <h2>Use</h2>
 *
 * <pre>{@code
 * var question = new Question(people, tracks, payers, apart);
 * var proposal = Optimizer.propose(question, Effort.seconds(20), left -> {});
 * var breaches = Checker.breaches(question, proposal.places());   // always empty
 * }</pre>
 *
 * <h2>What is hard</h2>
 *
 * Level of care, age, language, the times a person can come, what a group is reserved for, what a
 * person must have, modality, the credential a payer asks of the facilitator, the fewest minutes a
 * week that the level needs, seats (of room, licence and payer together) and pairs that must not
 * meet. A proposal that breaks one is not made: what a person is pinned to stays as it is, broken
 * or not, and nobody is added to it.
 *
 * <h2>What is weighed</h2>
 *
 * First the minutes of care that are given, with one more for each day somebody waits; then travel,
 * moves, wishes, gaps in the curriculum, groups that are too much of one kind and groups too small
 * to work ({@link care.trellis.engine.placement.Cost}).
 */
@NullMarked
package care.trellis.engine.placement;

import org.jspecify.annotations.NullMarked;
