package care.trellis.ledger;

import care.trellis.authorizations.AuthorizationId;
import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import care.trellis.engine.rulebook.DayDecision;
import care.trellis.ledger.JudgedWeek.JudgedDay;
import care.trellis.payers.ContractId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the reasons of one day off a decided week. */
final class Reasons {

    private Reasons() {}

    static DayReasons of(
            PageRecords.Person person,
            JudgedWeek week,
            JudgedDay day,
            WeekJudge judge,
            Instant now) {
        var facts = week.facts();
        var said = day.decision();
        var coverage = day.coverage();
        var contract = coverage == null ? null : coverage.contract();
        var rulebook = contract == null ? null : judge.rulebook(contract, day.date());
        return new DayReasons(
                new ClientId(facts.client()),
                person.name(),
                person.recordNumber(),
                day.date(),
                facts.zone(),
                day.state(),
                coverage == null ? null : coverage.payer(),
                contract == null ? null : new ContractId(contract.id()),
                rulebook == null ? null : rulebook.title(),
                rulebook == null ? null : rulebook.id(),
                rulebook == null ? null : rulebook.version(),
                week.prescribed(),
                day.scheduled(),
                day.attended(),
                day.documented(),
                day.countable(),
                said == null ? null : said.neededMinutes(),
                said == null ? 0 : said.services(),
                said == null ? null : said.neededServices(),
                new DayReasons.WeekFigures(
                        week.days().stream().mapToInt(JudgedDay::attended).sum(),
                        week.days().stream().mapToInt(JudgedDay::countable).sum(),
                        week.needed()),
                authorized(week, day),
                contract != null && contract.authorizationRequired(),
                day.reason(),
                ownerName(day),
                new Money(day.expectedCents()),
                day.seats().stream().map(seat -> attended(seat, said, now)).toList(),
                Checks.trace(day, facts.zone()),
                day.lines(),
                week.validUntil());
    }

    private static DayReasons.@Nullable Authorized authorized(JudgedWeek week, JudgedDay day) {
        var grant = day.grant();
        if (grant == null) {
            return null;
        }
        var used = grant.usedBefore();
        for (var other : week.days()) {
            if (other.date().isBefore(day.date())
                    && other.grant() != null
                    && other.grant().id().equals(grant.id())) {
                used = used.add(other.units());
            }
        }
        return new DayReasons.Authorized(
                new AuthorizationId(grant.id()),
                grant.number(),
                grant.unit(),
                grant.units(),
                plain(used),
                plain(day.units()),
                grant.to());
    }

    private static BigDecimal plain(BigDecimal units) {
        var stripped = units.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable String ownerName(JudgedDay day) {
        for (var seat : day.seats()) {
            if (day.ownerStaff() != null && day.ownerStaff().equals(seat.meeting().lead())) {
                return seat.meeting().leadName();
            }
        }
        return null;
    }

    private static DayReasons.Attended attended(
            WeekFacts.Seat seat, @Nullable DayDecision said, Instant now) {
        var meeting = seat.meeting();
        return new DayReasons.Attended(
                meeting.id(),
                meeting.title(),
                meeting.starts(),
                meeting.ends(),
                meeting.leadName(),
                seat.status(),
                seat.arrived(),
                seat.left(),
                seat.estimated(),
                SeatMinutes.attended(seat, now),
                seat.note(),
                said == null ? null : counts(said, meeting.id()));
    }

    private static @Nullable Boolean counts(DayDecision said, UUID session) {
        for (var one : List.copyOf(said.sessions())) {
            if (one.sessionId().equals(session.toString())) {
                return one.counts();
            }
        }
        return null;
    }
}
