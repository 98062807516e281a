package care.trellis.measures;

import care.trellis.engine.instruments.Course;
import care.trellis.engine.instruments.Instrument;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Judges a stay's scores the moment a new one is there. */
@Component
class Courses {

    private final ResultRecords results;
    private final SubjectRecords subjects;
    private final Clock clock;

    Courses(ResultRecords results, SubjectRecords subjects, Clock clock) {
        this.results = results;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** Deterioration and a course that is not on track, by name; nothing before a stay. */
    List<String> signs(Subject subject, Instrument instrument) {
        var admitted = subject.admittedOn();
        if (admitted == null) {
            return List.of();
        }
        var today = LocalDate.ofInstant(clock.instant(), subject.zone());
        var from = admitted.minusDays(Course.BASELINE_UNTIL);
        var measured = new ArrayList<Course.Measured>();
        var client = List.of(subject.client());
        results.since(client, from).stream()
                .filter(one -> one.instrument().equals(instrument.id()))
                .forEach(one -> add(measured, admitted, one.takenOn(), one.result().total()));
        results.imported(client, from).stream()
                .filter(one -> one.instrument().equals(instrument.id()))
                .forEach(one -> add(measured, admitted, one.takenOn(), one.total()));
        var course =
                new Course(
                        measured,
                        Math.toIntExact(ChronoUnit.DAYS.between(admitted, today)),
                        subjects.treatmentDays(subject, today),
                        null);
        var signs =
                new ArrayList<>(
                        course.signs(instrument.change()).stream()
                                .filter(sign -> sign != Course.Sign.NO_DATA)
                                .map(Enum::name)
                                .toList());
        if (RelapseRisk.of(
                instrument.id(),
                results.since(client, from).stream()
                        .filter(one -> one.instrument().equals(instrument.id()))
                        .toList())) {
            signs.add(RelapseRisk.SIGN);
        }
        return signs;
    }

    private static void add(
            List<Course.Measured> measured,
            LocalDate admitted,
            LocalDate on,
            @org.jspecify.annotations.Nullable BigDecimal total) {
        if (total != null) {
            measured.add(
                    new Course.Measured(
                            Math.toIntExact(ChronoUnit.DAYS.between(admitted, on)), total));
        }
    }
}
