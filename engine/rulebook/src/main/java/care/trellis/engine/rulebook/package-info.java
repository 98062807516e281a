/**
 * Payer and license rules: a client's week in, a decision with its trace out. Pure Java: no clock,
 * no database, no web; the same facts in any order give the same decision.
 *
 * <h2>Use</h2>
 *
 * <pre>{@code
 * var library = Rulebooks.library();                          // once; immutable, safe for all threads
 * var rulebook = library.find("AZ_AHCCCS_S9480", weekStart);  // null: unknown rule set
 * var week = Week.of(client, Program.of(setting, type, weekStart), plan, sessions, Course.asOf(today));
 * var decision = Decisions.decide(week, rulebook, authorization, holds);
 * }</pre>
 *
 * <h2>In: the facts ({@link care.trellis.engine.rulebook.facts})</h2>
 *
 * <ul>
 *   <li>{@code Week(client, program, plan, sessions, charges, dayTotal, billing, otherClaims,
 *       history, course)}; {@code Week.of(client, program, plan, sessions, course)} for a ledger.
 *   <li>{@code Session.attended(id, date, startMinute, endMinute, serviceType, modality,
 *       staffCredential, noteSigned, groupSize, hcpcs, onCmsIopList)}: one for each session the
 *       client attended, with the client's own arrival and departure; {@code withMinutes} where
 *       they stepped out. Sessions that are only scheduled are left out.
 *   <li>{@code Authorization.days(authorized, used, startsOn, endsOn)}, {@code NOT_REQUIRED},
 *       {@code NONE}, {@code UNKNOWN}; {@code used} is what was used before this week, the
 *       draw-down within the week is done here, in the order of the dates.
 *   <li>A null is unknown, and what is unknown fails nothing.
 *   <li>With {@code Course.asOf} and the first day of the week in {@code Program}, sums of a day or
 *       week that is not over are held, not lost.
 * </ul>
 *
 * <h2>Holds of the application</h2>
 *
 * {@link care.trellis.engine.rulebook.Hold} is a finding that no payer wrote, such as {@code
 * NO_CONSENT_FOR_PAYMENT}. A hold on a date holds that day, a hold without a date every day of the
 * week. It takes part in the order of reasons by its {@link care.trellis.engine.rulebook.Stage} and
 * carries its own fix and owner.
 *
 * <h2>Out</h2>
 *
 * <ul>
 *   <li>{@link care.trellis.engine.rulebook.Decision}: the days, the week, the claim and the
 *       violations, with the rulebook and version that decided.
 *   <li>{@link care.trellis.engine.rulebook.DayDecision}: {@code because} is what keeps the day
 *       from being billed; apply the {@link care.trellis.engine.rulebook.Fix} of each and it can
 *       be. {@code findings} is the whole trace.
 *   <li>{@link care.trellis.engine.rulebook.Bill}: what goes, or would go, on the claim, filled for
 *       held and lost days too; a null is the contract's to fill.
 *   <li>{@link care.trellis.engine.rulebook.WeekDecision}, {@link
 *       care.trellis.engine.rulebook.ClaimDecision}, {@link
 *       care.trellis.engine.rulebook.SessionDecision}, {@link
 *       care.trellis.engine.rulebook.Finding}.
 * </ul>
 *
 * <h2>Versions and local overrides</h2>
 *
 * <ul>
 *   <li>{@link care.trellis.engine.rulebook.Differences#between} says place by place, in words,
 *       what two rulebooks differ in: versions of one rule set, or a rulebook and its overridden
 *       self.
 *   <li>{@link care.trellis.engine.rulebook.Overrides#apply} builds the {@link
 *       care.trellis.engine.rulebook.LocalOverride}s of a contract that are in force on a day into
 *       a rulebook: another version of it, whose changed rules cite author and reason. One that
 *       cannot stand is refused with the reason ({@link
 *       care.trellis.engine.rulebook.OverrideOutcome}).
 * </ul>
 *
 * <h2>Rulebook files</h2>
 *
 * One YAML file for each version of a rule set, in {@code content/rulebooks/ID/VERSION.yaml}, named
 * in {@code content/rulebooks/index.txt}, with its own cases beside it. A rule checks one fact of
 * the {@link care.trellis.engine.rulebook.Vocabulary} against a number, a word or a truth, {@code
 * when} and {@code unless} other facts hold; {@code week.sessions}, {@code day.sessions} and {@code
 * day.lines} count what meets the conditions under {@code of}. A wrong file is refused with its
 * name, the line and the reason ({@link care.trellis.engine.content.RefusedFile}).
 */
@NullMarked
package care.trellis.engine.rulebook;

import org.jspecify.annotations.NullMarked;
