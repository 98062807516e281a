package care.trellis.bench;

import care.trellis.engine.rulebook.Decisions;
import care.trellis.engine.rulebook.Rulebook;
import care.trellis.engine.rulebook.Rulebooks;
import care.trellis.engine.rulebook.facts.Authorization;
import care.trellis.engine.rulebook.facts.Client;
import care.trellis.engine.rulebook.facts.Course;
import care.trellis.engine.rulebook.facts.DiagnosisClass;
import care.trellis.engine.rulebook.facts.Modality;
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
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The weeks of the sample clinic in the engine's words: what {@code decide} alone costs, without
 * reading a fact or keeping an answer.
 */
final class ClientWeeks {

    private static final List<String> RULE_SETS =
            List.of("BCBSNC_COMMERCIAL_IOP", "AZ_AHCCCS_S9480", "MEDICARE_HOPD_IOP");

    private final List<Rulebook> rulebooks;
    private final List<Week> weeks;
    private final Authorization authorization;

    ClientWeeks(LocalDate monday) {
        var library = Rulebooks.library();
        rulebooks =
                RULE_SETS.stream()
                        .map(id -> Objects.requireNonNull(library.find(id, monday)))
                        .toList();
        weeks =
                IntStream.range(0, SampleClinic.CLIENTS)
                        .mapToObj(client -> week(monday, client))
                        .toList();
        authorization = Authorization.days(36, 12, monday.minusDays(28), monday.plusDays(55));
    }

    private static Week week(LocalDate monday, int client) {
        var sessions = new ArrayList<Session>();
        for (int day = 0; day < 3; day++) {
            for (int hour = 0; hour < 3; hour++) {
                if ((client * 7 + hour + day) % 10 != 0) {
                    sessions.add(
                            Session.attended(
                                    "%d-%d-%d".formatted(client, day, hour),
                                    monday.plusDays(2 * day),
                                    60 * (9 + hour),
                                    60 * (10 + hour),
                                    hour < 2
                                            ? ServiceType.GROUP_THERAPY
                                            : ServiceType.EDUCATION_GROUP,
                                    Modality.IN_PERSON,
                                    "BHP",
                                    true,
                                    12,
                                    hour < 2 ? "G0410" : "G0177",
                                    null));
                }
            }
        }
        return Week.of(
                new Client(30 + client % 20, DiagnosisClass.MH),
                Program.of(Setting.HOPD_ON_CAMPUS, ProgramType.IOP_PSYCHIATRIC, monday),
                new PlanOfCare(BigDecimal.valueOf(9), true, monday.minusDays(28)),
                sessions,
                Course.asOf(monday.plusDays(6)));
    }

    /**
     * Decides every week so many times.
     *
     * @return something that depends on each decision, so that none can be left out
     */
    int decide(int times) {
        int days = 0;
        for (int time = 0; time < times; time++) {
            for (int client = 0; client < weeks.size(); client++) {
                days +=
                        Decisions.decide(
                                        weeks.get(client),
                                        rulebooks.get(client % rulebooks.size()),
                                        authorization)
                                .days()
                                .size();
            }
        }
        return days;
    }
}
