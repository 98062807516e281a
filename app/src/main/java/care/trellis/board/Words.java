package care.trellis.board;

import care.trellis.web.Initials;
import care.trellis.web.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** How the boards say names, times, hours and authorizations. */
final class Words {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
    static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("MMM d", Locale.US);

    /** An authorization that ends this soon needs an eye. */
    private static final int SOON_DAYS = 3;

    private Words() {}

    static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    static String span(BoardRecords.Group group, ZoneId zone) {
        return time(group.startsAt(), zone) + " – " + time(group.endsAt(), zone);
    }

    /**
     * Names the mark of one client at one session on every screen: 128 random bits folded to 64, so
     * that a page of hundreds of marks stays small.
     */
    static String cellId(UUID client, UUID session) {
        return "cell-"
                + Long.toUnsignedString(
                        Long.rotateLeft(client.getLeastSignificantBits(), 7)
                                ^ session.getLeastSignificantBits(),
                        Character.MAX_RADIX);
    }

    /** First name and last initial: what may hang on a wall. */
    static String name(String given, String family) {
        return family.isEmpty()
                ? given
                : given + " " + family.substring(0, family.offsetByCodePoints(0, 1)) + ".";
    }

    static Client client(RowRecords.Person person, boolean mayOpenCharts) {
        var name = name(person.givenName(), person.familyName());
        return new Client(
                name,
                Initials.of(person.givenName() + " " + person.familyName()),
                person.pronouns(),
                mayOpenCharts ? "/clients/" + person.id() : "",
                standing(person));
    }

    private static List<Signal> standing(RowRecords.Person person) {
        var signals = new ArrayList<Signal>();
        if (person.flagged()) {
            signals.add(Signal.SAFETY);
        }
        if (person.planOverdue()) {
            signals.add(Signal.PLAN_OVERDUE);
        }
        return signals;
    }

    /**
     * The hours of a week against what it takes.
     *
     * @param needed minutes; 0 where nobody asks for any
     */
    static Hours hours(int needed, int offered, List<RowRecords.Day> days) {
        int attended = days.stream().mapToInt(RowRecords.Day::attended).sum();
        int planned = attended + days.stream().mapToInt(RowRecords.Day::ahead).sum();
        double done = hours(attended);
        double ends = hours(planned);
        double required = hours(needed);
        if (needed == 0) {
            return new Hours(tenths(attended) + " h", done, ends, 0, "", Tone.NEUTRAL);
        }
        int missing = needed - planned;
        var words = tenths(attended) + " of " + tenths(needed) + " h";
        if (missing > 0) {
            return new Hours(
                    words,
                    done,
                    ends,
                    required,
                    "Ends at %s, %s h short%s"
                            .formatted(
                                    tenths(planned),
                                    tenths(missing + 5),
                                    offered == 0
                                            ? ""
                                            : "; %s with the make-up on offer"
                                                    .formatted(tenths(planned + offered))),
                    Tone.WATCH);
        }
        return new Hours(words, done, ends, required, "", Tone.GOOD);
    }

    /** Hours with one place, rounded down: nobody is told of minutes that are not there. */
    static String tenths(int minutes) {
        return minutes / 60 + "." + minutes % 60 / 6;
    }

    static double hours(int minutes) {
        return Math.floor(minutes / 6.0) / 10;
    }

    static Authorized authorized(RowRecords.Person person, LocalDate date) {
        var granted = person.granted();
        if (granted == null) {
            return person.authorizationRequired()
                    ? new Authorized("None on file", 0, 0, "", Tone.BAD)
                    : new Authorized("Not needed", 0, 0, "", Tone.NEUTRAL);
        }
        int left = granted - person.used();
        var unit = person.unit().toLowerCase(Locale.ROOT) + "s";
        var words = person.used() + " of " + granted + " " + unit + " used";
        var to = person.authorizedTo();
        boolean endsSoon = to != null && !to.isAfter(date.plusDays(SOON_DAYS));
        var next = to == null ? "" : (endsSoon ? "Ends " : "to ") + UNTIL.format(to);
        var tone = left <= 0 ? Tone.BAD : left <= 2 || endsSoon ? Tone.WATCH : Tone.GOOD;
        return new Authorized(words, person.used(), granted, next, tone);
    }

    /** What the ledger says of a day, as a sign. */
    static List<Signal> signals(RowRecords.Day day) {
        return switch (day.state()) {
            case "BILLABLE" -> List.of(Signal.BILLABLE);
            case "HOLD", "NOT_BILLABLE" ->
                    List.of(
                            day.reason().contains("AUTHORI")
                                    ? Signal.NO_AUTHORIZATION
                                    : Signal.HELD);
            default -> List.of();
        };
    }

    /** Cents of days that a fix would still save. */
    static long atRisk(List<RowRecords.Day> days) {
        return days.stream()
                .filter(day ->
                        day.state().equals("HOLD")
                                || (day.state().equals("NOT_BILLABLE") && !day.fix().isEmpty()))
                .mapToLong(RowRecords.Day::expectedCents)
                .sum();
    }

    static long billable(List<RowRecords.Day> days) {
        return days.stream()
                .filter(day -> day.state().equals("BILLABLE"))
                .mapToLong(RowRecords.Day::expectedCents)
                .sum();
    }

    /** Whole dollars; empty for nothing. */
    static String dollars(long cents) {
        return cents == 0 ? "" : "$%,d".formatted(Math.round(cents / 100.0));
    }
}
