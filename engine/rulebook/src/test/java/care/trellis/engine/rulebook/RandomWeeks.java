package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Authorization;
import care.trellis.engine.rulebook.facts.Billing;
import care.trellis.engine.rulebook.facts.ChargeLine;
import care.trellis.engine.rulebook.facts.ClaimSide;
import care.trellis.engine.rulebook.facts.Client;
import care.trellis.engine.rulebook.facts.Course;
import care.trellis.engine.rulebook.facts.DiagnosisClass;
import care.trellis.engine.rulebook.facts.Modality;
import care.trellis.engine.rulebook.facts.OtherClaim;
import care.trellis.engine.rulebook.facts.PastService;
import care.trellis.engine.rulebook.facts.PlanOfCare;
import care.trellis.engine.rulebook.facts.Program;
import care.trellis.engine.rulebook.facts.ProgramType;
import care.trellis.engine.rulebook.facts.ServiceType;
import care.trellis.engine.rulebook.facts.Session;
import care.trellis.engine.rulebook.facts.Setting;
import care.trellis.engine.rulebook.facts.Week;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Weeks of every kind, the same ones for the same seed; any fact may be unknown. */
final class RandomWeeks {

    static final LocalDate MONDAY = LocalDate.of(2025, 9, 15);

    private final Random random;

    RandomWeeks(long seed) {
        random = new Random(seed);
    }

    Situation next() {
        return new Situation(week(), authorization(), holds());
    }

    private Week week() {
        return new Week(
                new Client(34, maybe(pick(DiagnosisClass.values()))),
                program(),
                new PlanOfCare(
                        maybe(BigDecimal.valueOf(7 + random.nextInt(6))),
                        maybe(often()),
                        maybe(MONDAY.minusDays(random.nextInt(75)))),
                sessions(),
                charges(),
                null,
                new Billing(null, null, null, maybe(often()), maybe(often()), maybe(often())),
                List.of(
                        new OtherClaim(
                                List.of("41"),
                                MONDAY.minusDays(20),
                                MONDAY.minusDays(random.nextInt(15)),
                                maybe(often()))),
                random.nextInt(8) == 0
                        ? List.of(new PastService("H0035", MONDAY.plusDays(2), true))
                        : List.of(),
                Course.asOf(random.nextInt(4) == 0 ? MONDAY.plusDays(random.nextInt(10)) : null));
    }

    private Program program() {
        return new Program(
                maybe(pick(Setting.values())),
                maybe(pick(ProgramType.values())),
                null,
                null,
                null,
                maybe(MONDAY),
                null,
                null,
                null,
                maybe(12 + random.nextInt(7)),
                maybe(BigDecimal.valueOf(70 + random.nextInt(31), 2)),
                null,
                null,
                null,
                null,
                null);
    }

    private List<Session> sessions() {
        var sessions = new ArrayList<Session>();
        for (int day = 0; day < 7; day += 1 + random.nextInt(2)) {
            int start = 540;
            for (int slot = random.nextInt(5); slot > 0; slot--) {
                int minutes = 20 + random.nextInt(80);
                sessions.add(
                        session(
                                "s" + sessions.size(),
                                MONDAY.plusDays(day),
                                start,
                                start + minutes));
                start += minutes;
            }
        }
        return sessions;
    }

    private Session session(String id, LocalDate date, int start, int end) {
        boolean known = random.nextInt(20) > 0;
        return new Session(
                id,
                date,
                known ? start : null,
                known ? end : null,
                known ? end - start : null,
                maybe(
                        random.nextBoolean()
                                ? ServiceType.GROUP_THERAPY
                                : pick(ServiceType.values())),
                maybe(often() ? Modality.IN_PERSON : pick(Modality.values())),
                maybe(often() ? "LCSW" : random.nextBoolean() ? "BHMP" : "BHT"),
                null,
                maybe(often()),
                maybe(6 + random.nextInt(4)),
                maybe(pick("G0176", "G0410", "90834")),
                maybe(often()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private List<ChargeLine> charges() {
        var lines = new ArrayList<ChargeLine>();
        if (random.nextBoolean()) {
            lines.add(
                    new ChargeLine(null, "IOP", maybe(1 + random.nextInt(3)), ClaimSide.FACILITY));
            lines.add(new ChargeLine(null, "IOP", maybe(1), maybe(ClaimSide.PROFESSIONAL)));
            lines.add(new ChargeLine(pick("90834", "G0176"), null, 1, ClaimSide.PROFESSIONAL));
        }
        if (random.nextInt(6) == 0) {
            lines.add(new ChargeLine(null, pick("PHP", "RTC"), 1, ClaimSide.FACILITY));
        }
        return lines;
    }

    private Authorization authorization() {
        return new Authorization(
                maybe(often() ? Authorization.State.APPROVED : pick(Authorization.State.values())),
                maybe(
                        pick(
                                Authorization.Unit.DAY,
                                Authorization.Unit.UNIT,
                                Authorization.Unit.VISIT)),
                maybe(BigDecimal.valueOf(random.nextInt(8))),
                maybe(BigDecimal.valueOf(random.nextInt(3))),
                maybe(MONDAY.plusDays(random.nextInt(4) - 2)),
                maybe(MONDAY.plusDays(3 + random.nextInt(10))));
    }

    private List<Hold> holds() {
        if (random.nextInt(5) > 0) {
            return List.of();
        }
        return List.of(
                new Hold(
                        "NO_CONSENT_FOR_PAYMENT",
                        Stage.COVERAGE,
                        null,
                        "no consent",
                        "42 CFR 2.31",
                        "ask for the signature",
                        "front desk"),
                new Hold(
                        "NO_COVERAGE",
                        Stage.COVERAGE,
                        MONDAY,
                        "no coverage",
                        "office rule",
                        "ask for the card",
                        "front desk"));
    }

    private boolean often() {
        return random.nextInt(12) > 0;
    }

    private <T> T maybe(T value) {
        return random.nextInt(6) == 0 ? null : value;
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
