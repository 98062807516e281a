/**
 * What happens in the synthetic clinic: people, weeks, words and planted problems, all of it a pure
 * function of a seed and an anchor Monday. Nothing here may ask the rulebook, the ledger or
 * billing, so that the answer key is the script's own word.
 */
@NullMarked
package care.trellis.demo.story;

import org.jspecify.annotations.NullMarked;
