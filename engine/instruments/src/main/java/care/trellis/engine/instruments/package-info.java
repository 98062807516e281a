/**
 * Measures: answers in, a result with its flags out. Pure Java: no clock, no database, no web; the
 * same answers give the same result.
 *
 * <h2>Use</h2>
 *
 * <pre>{@code
 * var library = Instruments.library();                 // once; immutable, safe for all threads
 * var phq = library.find("PHQ-9");                     // null: unknown; find(id, version) for old answers
 * var answers = Answers.of(Map.of("1", 2, "9", 1));    // raw option codes, as they are stored
 * Scoring.flagsSoFar(phq, answers);                    // after every answer, before the form is submitted
 * var result = Scoring.score(phq, answers);            // when it is finished
 * var urgency = phq.alertOf(result);                   // A0 to A4, or null
 * }</pre>
 *
 * <h2>What a screen needs</h2>
 *
 * <ul>
 *   <li>{@link care.trellis.engine.instruments.About}: title, licence, notice, stem, languages,
 *       recall, ages, who answers, cadence, sources, what is open.
 *   <li>{@link care.trellis.engine.instruments.Item}: number, wording by language, the {@link
 *       care.trellis.engine.instruments.AnswerSet} (choices with raw code and label, or a range),
 *       and the alert that it can raise by itself. Its {@code concept} is our own word for it and
 *       stands where the wording does not ship.
 *   <li>An instrument whose licence is not {@link
 *       care.trellis.engine.instruments.Licence#textShips() free to ship} has no wording here: a
 *       site loads it, or records its licence, before it is given.
 * </ul>
 *
 * <h2>Out</h2>
 *
 * {@link care.trellis.engine.instruments.Result} says total, severity, subscales, flags and what is
 * missing. {@link care.trellis.engine.instruments.Change} compares two scores by the published cuts
 * of {@link care.trellis.engine.instruments.ChangeRules}; {@link
 * care.trellis.engine.instruments.Course} says whether a stay goes as it should.
 *
 * <h2>Instrument files</h2>
 *
 * One YAML file for each version, in {@code content/instruments/ID/VERSION.yaml}, named in {@code
 * content/instruments/index.txt}, with its own cases beside it; the README there describes them. A
 * wrong file is refused with its name, the line and the reason ({@link
 * care.trellis.engine.content.RefusedFile}).
 */
@NullMarked
package care.trellis.engine.instruments;

import org.jspecify.annotations.NullMarked;
