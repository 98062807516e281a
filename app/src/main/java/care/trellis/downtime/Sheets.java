package care.trellis.downtime;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.BackEntries;
import care.trellis.attendance.BackEntries.Entered;
import care.trellis.attendance.Corrected;
import care.trellis.attendance.Mark;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to the paper sheets of a day: a code and two times become an arrival. */
@Service
public class Sheets {

    private final PackRecords records;
    private final Sessions sessions;
    private final Attendance attendance;
    private final BackEntries entries;

    Sheets(PackRecords records, Sessions sessions, Attendance attendance, BackEntries entries) {
        this.records = records;
        this.sessions = sessions;
        this.attendance = attendance;
        this.entries = entries;
    }

    /** A line of a sheet: who, the code on the paper, and what stands now. */
    public record Place(ClientId client, String name, String code, Mark mark) {}

    /** A sheet: the session and its lines, by name. */
    public record Sheet(DatedSession session, List<Place> places) {

        /** Keeps its own copy of the list. */
        public Sheet {
            places = List.copyOf(places);
        }
    }

    /** How a line that was typed ended. */
    public sealed interface Line {

        /** On record now. */
        record Taken(String name, Mark mark) implements Line {}

        /** It stood there already. */
        record Same(String name, Mark mark) implements Line {}

        /** Something else stands; the paper's times are kept for the question which is right. */
        record Differs(
                ClientId client, String name, Mark mark, Instant arrived, @Nullable Instant left)
                implements Line {}

        /** Nothing was written, for a reason. */
        record Wrong(String field, String why) implements Line {}
    }

    /** The groups of a day at a site that took place, in order. */
    @Transactional(readOnly = true)
    public List<DatedSession> of(Permit permit, SiteId site, LocalDate day) {
        return sessions.on(permit, site, day).stream()
                .filter(session -> !session.cancelled())
                .toList();
    }

    /**
     * The sheet of a session as it stands.
     *
     * @throws NotFound when there is no such session
     */
    @Transactional
    public Sheet sheet(Permit permit, SessionId session) {
        permit.require(Action.ATTENDANCE_CORRECT);
        var found = sessions.find(permit, session).orElseThrow(NotFound::new);
        var marks =
                attendance.marks(permit, session).stream()
                        .collect(Collectors.toMap(Mark::client, Function.identity()));
        var codes = records.codes(found.site(), found.date());
        return new Sheet(
                found,
                records.expected(List.of(session.value())).stream()
                        .map(one -> {
                            var code = codes.get(one.client());
                            return new Place(
                                    one.client(),
                                    one.name(),
                                    code == null ? "" : code.text(),
                                    marks.getOrDefault(one.client(), Mark.expected(one.client())));
                        })
                        .toList());
    }

    /**
     * Enters one line as it stands on paper.
     *
     * @param code as it was typed
     * @param in a time of the day such as {@code 905}, {@code 9:05} or {@code 13:05}; of morning
     *     and afternoon the one nearer to the group is meant
     * @param out the same; blank where the sheet does not say
     */
    @Transactional
    public Line enter(
            Permit permit, UUID key, SessionId session, String code, String in, String out) {
        permit.require(Action.ATTENDANCE_CORRECT);
        var sheet = sheet(permit, session);
        var read = Code.read(code);
        if (read.isEmpty()) {
            return new Line.Wrong(
                    "code",
                    "“%s” is no code: three digits and a letter. Look again."
                            .formatted(code.strip()));
        }
        var place =
                sheet.places().stream()
                        .filter(one -> one.code().equals(read.get().text()))
                        .findFirst();
        if (place.isEmpty()) {
            return new Line.Wrong(
                    "code",
                    "%s is not on this sheet. Is it another group's?".formatted(read.get().text()));
        }
        var arrived = moment(in, sheet.session(), sheet.session().startsAt());
        if (arrived.isEmpty()) {
            return new Line.Wrong("in", "When did they come? Such as 905 or 9:05.");
        }
        var left =
                out.isBlank()
                        ? Optional.<Instant>empty()
                        : moment(out, sheet.session(), sheet.session().endsAt());
        if (!out.isBlank() && left.isEmpty()) {
            return new Line.Wrong("out", "When did they leave? Such as 1155, or leave it empty.");
        }
        var client = place.get().client();
        var name = place.get().name();
        return switch (entries.enter(
                permit, key, session, client, arrived.get(), left.orElse(null))) {
            case Entered.Recorded(var mark) -> new Line.Taken(name, mark);
            case Entered.Same(var mark) -> new Line.Same(name, mark);
            case Entered.Conflict(var mark) ->
                    new Line.Differs(client, name, mark, arrived.get(), left.orElse(null));
            case Entered.NotExpected _ -> new Line.Wrong("code", "Is not expected in this group.");
            case Entered.Cancelled _ -> new Line.Wrong("code", "This group was called off.");
            case Entered.Impossible _ ->
                    new Line.Wrong(
                            "in", "These times cannot be: in the future, or gone before came.");
        };
    }

    /** The paper is right: what stands is corrected, and the reason says so. */
    @Transactional
    public void believePaper(
            Permit permit,
            UUID key,
            SessionId session,
            ClientId client,
            Instant arrived,
            @Nullable Instant left) {
        permit.require(Action.ATTENDANCE_CORRECT);
        attendance.correct(
                permit,
                key,
                session,
                client,
                new Corrected(Status.PRESENT, arrived, left),
                "As the paper sheet says, entered later");
    }

    /** Of the two readings of a clock face, the one nearer to a moment of the session. */
    static Optional<Instant> moment(String typed, DatedSession session, Instant near) {
        var digits = typed.replaceAll("[^0-9]", "");
        if (digits.isEmpty() || digits.length() > 4) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits);
        int hour = digits.length() <= 2 ? number : number / 100;
        int minute = digits.length() <= 2 ? 0 : number % 100;
        if (hour > 23 || minute > 59) {
            return Optional.empty();
        }
        var first = at(session, hour, minute);
        if (hour == 0 || hour > 12) {
            return Optional.of(first);
        }
        var other = at(session, (hour + 12) % 24, minute);
        return Optional.of(distance(first, near) <= distance(other, near) ? first : other);
    }

    private static Instant at(DatedSession session, int hour, int minute) {
        return LocalDateTime.of(session.date(), LocalTime.of(hour, minute))
                .atZone(session.zone())
                .toInstant();
    }

    private static long distance(Instant one, Instant other) {
        return Math.abs(one.getEpochSecond() - other.getEpochSecond());
    }
}
