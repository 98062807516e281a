package care.trellis.ledger;

import care.trellis.engine.rulebook.Rulebook;
import care.trellis.ledger.JudgedWeek.JudgedDay;
import care.trellis.payers.EffectiveRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides one client's week. Pure but for the library of rulebooks, which never changes while the
 * program runs; what a contract changes in it is among the facts. The same facts at the same time
 * give the same answer, so that it can be thrown away and made again.
 */
@Component
class WeekJudge {

    private final EffectiveRules rules;

    WeekJudge(EffectiveRules rules) {
        this.rules = rules;
    }

    /**
     * Whether a rulebook of this version decides days of the week now: else what is kept is old.
     * What a contract changed stands behind a plus sign; its weeks are marked when that changes.
     */
    boolean decidesBy(String ruleSet, String version, LocalDate monday) {
        int plus = version.indexOf('+');
        var published = plus < 0 ? version : version.substring(0, plus);
        var first = rules.rulebook(ruleSet, List.of(), monday);
        var last = rules.rulebook(ruleSet, List.of(), monday.plusDays(6));
        return (first != null && published.equals(first.version()))
                || (last != null && published.equals(last.version()));
    }

    /** The rulebook that decides a day under a contract; null where none can. */
    @Nullable Rulebook rulebook(WeekFacts.Contract contract, LocalDate day) {
        return rules.rulebook(contract.ruleSet(), contract.overrides(), day);
    }

    JudgedWeek judge(WeekFacts facts, Map<UUID, List<WeekFacts.Fee>> fees, Instant now) {
        var today = now.atZone(facts.zone()).toLocalDate();
        var asOf = clamp(today, facts.monday(), facts.monday().plusDays(7));
        var days = drafts(facts);
        var judged = new TreeMap<LocalDate, JudgedDay>();
        var groups = new LinkedHashMap<PayerStay, List<DayDraft>>();
        for (var day : days) {
            if (day.payerStay() == null) {
                judged.put(day.date, day.blocked(now));
            } else {
                groups.computeIfAbsent(day.payerStay(), key -> new ArrayList<>()).add(day);
            }
        }
        Integer needed = null;
        for (var group : groups.entrySet()) {
            var contractFees = fees.getOrDefault(group.getKey().contract().id(), List.of());
            var payerWeek =
                    new PayerWeek(
                            facts,
                            group.getKey(),
                            group.getValue(),
                            whole(groups, group.getKey()),
                            contractFees,
                            asOf,
                            now);
            payerWeek.decide().forEach(day -> judged.put(day.date(), day));
            needed = needed == null ? payerWeek.needed() : needed;
        }
        var first = groups.isEmpty() ? null : groups.firstEntry().getKey();
        var version = first == null ? null : first.rulebook().version();
        for (var closing : facts.closings()) {
            judged.computeIfPresent(closing.date(), (date, day) -> closing.over(day, version));
        }
        return new JudgedWeek(
                facts,
                asOf,
                hash(facts, first, fees, asOf, now),
                validUntil(facts, today, now),
                first == null ? null : first.contract().id(),
                first == null ? null : first.contract().ruleSet(),
                version,
                facts.stays().isEmpty() ? null : facts.stays().getFirst().planMinutes(),
                needed,
                List.copyOf(judged.values()));
    }

    /**
     * The whole week of a payer and a stay. Where its rules change within the week, each day is
     * decided by the rules of that day, but what is asked of a week is asked of all of it.
     */
    private static List<DayDraft> whole(
            Map<PayerStay, List<DayDraft>> groups, PayerStay payerStay) {
        var whole = new ArrayList<DayDraft>();
        groups.forEach((other, days) -> {
            if (other.sameWeek(payerStay)) {
                whole.addAll(days);
            }
        });
        whole.sort(Comparator.comparing(day -> day.date));
        return whole;
    }

    private List<DayDraft> drafts(WeekFacts facts) {
        var byDay = new TreeMap<LocalDate, List<WeekFacts.Seat>>();
        for (var seat : facts.seats()) {
            byDay.computeIfAbsent(seat.meeting().date(), day -> new ArrayList<>()).add(seat);
        }
        var drafts = new ArrayList<DayDraft>();
        byDay.forEach((day, seats) -> drafts.add(new DayDraft(rules, facts, day, seats)));
        return drafts;
    }

    private static LocalDate clamp(LocalDate day, LocalDate first, LocalDate last) {
        return day.isBefore(first) ? first : day.isAfter(last) ? last : day;
    }

    /** The next moment at which a session is over or, inside the week, another day begins. */
    private static @Nullable Instant validUntil(WeekFacts facts, LocalDate today, Instant now) {
        Instant next = null;
        for (var seat : facts.seats()) {
            var ends = seat.meeting().ends();
            if (ends.isAfter(now) && (next == null || ends.isBefore(next))) {
                next = ends;
            }
        }
        if (!today.isAfter(facts.sunday())) {
            var day = today.isBefore(facts.monday()) ? facts.monday() : today;
            var midnight = day.plusDays(1).atStartOfDay(facts.zone()).toInstant();
            next = next == null || midnight.isBefore(next) ? midnight : next;
        }
        return next;
    }

    private static byte[] hash(
            WeekFacts facts,
            @Nullable PayerStay payer,
            Map<UUID, List<WeekFacts.Fee>> fees,
            LocalDate asOf,
            Instant now) {
        var text = new StringBuilder(4096).append(facts).append(asOf);
        for (var seat : facts.seats()) {
            text.append(seat.meeting().ends().isAfter(now) ? '0' : '1');
        }
        for (var coverage : facts.coverages()) {
            if (coverage.contract() != null) {
                text.append(fees.get(coverage.contract().id()));
            }
        }
        if (payer != null) {
            text.append(payer.rulebook());
        }
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
