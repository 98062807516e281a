package care.trellis.ledger;

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
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says our facts in the engine's words. What its lists do not know stays unknown. */
final class EngineWeek {

    /**
     * Who may prescribe leads also as a therapist, so that credential speaks for a person who has
     * several.
     */
    private static final List<String> PRESCRIBERS =
            List.of("BHMP", "MD", "DO", "PMHNP", "NP", "PA");

    private EngineWeek() {}

    static Week of(
            WeekFacts facts,
            WeekFacts.Stay stay,
            List<WeekFacts.Seat> seats,
            Prices prices,
            LocalDate asOf,
            Instant now) {
        var sessions = new ArrayList<Session>(seats.size());
        for (var seat : seats) {
            int minutes = SeatMinutes.attended(seat, now);
            if (minutes > 0) {
                sessions.add(session(facts, seat, minutes, prices));
            }
        }
        return Week.of(
                new Client(
                        Period.between(facts.birthDate(), facts.monday()).getYears(),
                        named(DiagnosisClass.values(), facts.diagnosisClass())),
                program(facts, stay),
                new PlanOfCare(
                        stay.planMinutes() == null
                                ? null
                                : BigDecimal.valueOf(stay.planMinutes())
                                        .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP),
                        stay.planSigned() != null && stay.planSigned(),
                        stay.certifiedOn()),
                sessions,
                Course.asOf(asOf));
    }

    static Authorization authorization(
            WeekFacts.@Nullable Grant grant,
            boolean required,
            @Nullable Map<LocalDate, BigDecimal> taken) {
        if (grant == null) {
            return required ? Authorization.NONE : Authorization.NOT_REQUIRED;
        }
        return new Authorization(
                Authorization.State.APPROVED,
                named(Authorization.Unit.values(), grant.unit()),
                grant.units(),
                grant.usedBefore(),
                grant.from(),
                grant.to(),
                taken);
    }

    private static Program program(WeekFacts facts, WeekFacts.Stay stay) {
        return new Program(
                named(Setting.values(), stay.setting()),
                type(stay.programType()),
                null,
                stay.hoursPerDay(),
                null,
                facts.monday(),
                null,
                null,
                stay.nationallyAccredited(),
                stay.bhpCaseload(),
                stay.bhmpOnSiteShare(),
                null,
                null,
                null,
                null,
                null);
    }

    private static Session session(
            WeekFacts facts, WeekFacts.Seat seat, int minutes, Prices prices) {
        var meeting = seat.meeting();
        var arrived = seat.arrived();
        var from =
                arrived != null && arrived.isAfter(meeting.starts()) ? arrived : meeting.starts();
        int start = from.atZone(facts.zone()).toLocalTime().toSecondOfDay() / 60;
        var fee = prices.fee(meeting.serviceType(), meeting.date());
        var session =
                Session.attended(
                        meeting.id().toString(),
                        meeting.date(),
                        start,
                        start + minutes,
                        ServiceType.valueOf(meeting.serviceType()),
                        Modality.valueOf(meeting.modality()),
                        leading(meeting.leadCredential()),
                        seat.note() != null,
                        meeting.present(),
                        fee == null ? null : fee.procedureCode(),
                        null);
        return new Session(
                session.id(),
                session.date(),
                session.startMinute(),
                session.endMinute(),
                session.minutes(),
                session.serviceType(),
                session.modality(),
                session.staffCredential(),
                meeting.staff(),
                session.noteSigned(),
                session.groupSize(),
                session.hcpcs(),
                null,
                null,
                null,
                seat.leavingSeen(),
                null,
                null,
                null,
                null,
                null);
    }

    private static @Nullable String leading(@Nullable String credentials) {
        if (credentials == null) {
            return null;
        }
        var all = List.of(credentials.split(",\\s*"));
        return PRESCRIBERS.stream().filter(all::contains).findFirst().orElse(all.getFirst());
    }

    private static @Nullable ProgramType type(@Nullable String word) {
        for (var type : ProgramType.values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        return null;
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, @Nullable String name) {
        for (var value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }
}
