package care.trellis.attendance.web;

import care.trellis.access.Access;
import care.trellis.attendance.Attendance;
import care.trellis.attendance.AttendanceEvent;
import care.trellis.attendance.Confidence;
import care.trellis.attendance.LateTaps;
import care.trellis.attendance.Mark;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.RosterSeat;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.web.Choice;
import care.trellis.web.Event;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the finished text of a session's page. */
@Component
class Rosters {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);

    private final Sessions sessions;
    private final Attendance attendance;
    private final LateTaps lateTaps;
    private final Access access;
    private final Clock clock;

    Rosters(
            Sessions sessions,
            Attendance attendance,
            LateTaps lateTaps,
            Access access,
            Clock clock) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.lateTaps = lateTaps;
        this.access = access;
        this.clock = clock;
    }

    SessionView page(Permit permit, SessionId id, Form cancelling) {
        var session = session(permit, id);
        return new SessionView(
                session.title(),
                words(session),
                access.mayByRole(permit.actor(), Action.NOTE_VIEW) ? path(id) + "/note" : "",
                path(id) + "/live?since=" + System.currentTimeMillis(),
                roster(permit, id),
                walkIn(permit, id, Form.empty()),
                cancelling);
    }

    RosterView roster(Permit permit, SessionId id) {
        var session = session(permit, id);
        var now = clock.instant();
        boolean mayCheckIn = access.mayByRole(permit.actor(), Action.CHECK_IN);
        boolean open = isOpen(session, now);
        var marks = new HashMap<ClientId, Mark>();
        attendance.marks(permit, id).forEach(mark -> marks.put(mark.client(), mark));
        var rows = new ArrayList<RosterView.Row>();
        var removed = new ArrayList<RosterView.Row>();
        int here = 0;
        for (var seat : sessions.roster(permit, id)) {
            var mark = marks.getOrDefault(seat.client(), Mark.expected(seat.client()));
            here += seat.expected() && mark.status() == Status.PRESENT ? 1 : 0;
            (seat.expected() ? rows : removed).add(row(session, seat, mark, mayCheckIn, open, now));
        }
        return new RosterView(
                path(id),
                warning(session),
                "%d of %d here".formatted(here, rows.size()),
                rows,
                removed,
                late(permit, session, mayCheckIn),
                access.mayByRole(permit.actor(), Action.ATTENDANCE_CORRECT)
                        ? estimated(marks.values())
                        : "",
                mayCheckIn && !session.cancelled(),
                open && mayEdit(permit));
    }

    private static String estimated(Collection<Mark> marks) {
        long open = marks.stream().filter(Mark::estimated).count();
        return open == 0
                ? ""
                : open == 1
                        ? "Nobody saw 1 client leave"
                        : "Nobody saw %d clients leave".formatted(open);
    }

    private List<RosterView.Late> late(Permit permit, DatedSession session, boolean mayCheckIn) {
        if (!mayCheckIn) {
            return List.of();
        }
        return lateTaps.open(permit, session.id()).stream()
                .map(one ->
                        new RosterView.Late(
                                "%s: %s at %s, %s, sent later"
                                        .formatted(
                                                name(seat(permit, session.id(), one.client())),
                                                one.kind().label().toLowerCase(Locale.ROOT),
                                                time(one.at(), session.zone()),
                                                one.method().label()),
                                path(session.id()) + "/late/" + one.id(),
                                path(session.id())
                                        + "/clients/"
                                        + one.client().value()
                                        + "/correction"))
                .toList();
    }

    /** The form for one who came unexpected, with what was chosen and what is wrong with it. */
    WalkInView walkIn(Permit permit, SessionId id, Form form) {
        var people = new LinkedHashMap<String, String>();
        if (mayEdit(permit) && isOpen(session(permit, id), clock.instant())) {
            sessions.candidates(permit, id)
                    .forEach(one ->
                            people.put(
                                    one.client().value().toString(),
                                    name(one.givenName(), one.familyName())));
        }
        return new WalkInView(
                path(id) + "/walk-ins", form.choices("client", "Choose who came", people), form);
    }

    /** The dialog that takes a client off, with what was typed and what is wrong with it. */
    RemovalView removal(Permit permit, SessionId id, ClientId client, Form form) {
        var session = session(permit, id);
        var now = clock.instant();
        var others = new LinkedHashMap<String, String>();
        for (var other : sessions.on(permit, session.site(), session.date())) {
            if (!other.id().equals(id) && isOpen(other, now)) {
                others.put(
                        other.id().value().toString(),
                        time(other.startsAt(), other.zone()) + " " + other.title());
            }
        }
        var person = path(id) + "/clients/" + client.value();
        return new RemovalView(
                person + "/removal",
                person + "/return",
                name(seat(permit, id, client)),
                words(session),
                person + "/correction",
                form,
                form.choices("to", "No other session", others));
    }

    /** The client's seat, where there is or was one. */
    RosterSeat seat(Permit permit, SessionId id, ClientId client) {
        return sessions.roster(permit, id).stream()
                .filter(one -> one.client().equals(client))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    CorrectionView correction(
            Permit permit, SessionId id, ClientId client, Map<String, String> typed, String error) {
        var session = session(permit, id);
        var seat = seat(permit, id, client);
        var history = attendance.history(permit, id, client);
        var mark =
                history.isEmpty() ? Mark.expected(client) : Mark.after(client, history.getLast());
        var status = typed.getOrDefault("status", mark.status().name());
        var path = "/sessions/%s/clients/%s/correction".formatted(id.value(), client.value());
        return new CorrectionView(
                path,
                "/sessions/" + id.value(),
                name(seat),
                session.title() + " · " + words(session),
                List.of(Status.PRESENT, Status.ABSENT, Status.EXCUSED, Status.EXPECTED).stream()
                        .map(one -> new Choice(one.name(), one.label(), one.name().equals(status)))
                        .toList(),
                typed.getOrDefault("came", input(mark.arrivedAt(), session.zone())),
                typed.getOrDefault("left", input(mark.leftAt(), session.zone())),
                typed.getOrDefault("reason", ""),
                error,
                java.util.UUID.randomUUID().toString(),
                history.reversed().stream().map(event -> event(event, session.zone())).toList());
    }

    DatedSession session(Permit permit, SessionId id) {
        return sessions.find(permit, id).orElseThrow(NotFound::new);
    }

    private static RosterView.Row row(
            DatedSession session,
            RosterSeat seat,
            Mark mark,
            boolean mayCheckIn,
            boolean open,
            Instant now) {
        var details = new ArrayList<String>();
        switch (seat.source()) {
            case WALK_IN -> details.add("Walk-in");
            case MAKE_UP -> details.add("Moved here");
            case TRACK, PLANNED -> {}
        }
        if (!seat.expected()) {
            details.add(seat.removedReason());
        }
        if (mark.estimated()) {
            details.add("leaving estimated");
        }
        boolean late = mark.arrivedAt() != null && mark.arrivedAt().isAfter(session.startsAt());
        return new RosterView.Row(
                "seat-" + seat.client().value(),
                name(seat),
                seat.recordNumber(),
                late ? "Late" : mark.status().label(),
                switch (mark.status()) {
                    case PRESENT -> late ? Tone.WATCH : Tone.GOOD;
                    case ABSENT -> Tone.BAD;
                    case EXCUSED, EXPECTED -> Tone.NEUTRAL;
                },
                time(mark.arrivedAt(), session.zone()),
                time(mark.leftAt(), session.zone()),
                mark.arrivedAt() == null
                        ? ""
                        : mark.minutes(session.startsAt(), session.endsAt(), now) + " min",
                String.join(" · ", details),
                !mayCheckIn || !seat.expected() || session.cancelled()
                        ? ""
                        : mark.isHere()
                                ? "departures"
                                : mark.status() != Status.PRESENT && open ? "arrivals" : "",
                "/sessions/%s/clients/%s".formatted(session.id().value(), seat.client().value()),
                seat.client().value().toString());
    }

    private boolean mayEdit(Permit permit) {
        return access.mayByRole(permit.actor(), Action.SESSION_EDIT);
    }

    private static boolean isOpen(DatedSession session, Instant now) {
        return !session.cancelled() && now.isBefore(session.endsAt());
    }

    private static String path(SessionId id) {
        return "/sessions/" + id.value();
    }

    private static String words(DatedSession session) {
        return "%s, %s – %s%s%s"
                .formatted(
                        DAY.format(session.date()),
                        time(session.startsAt(), session.zone()),
                        time(session.endsAt(), session.zone()),
                        session.room().isEmpty() ? "" : " · " + session.roomWords(),
                        session.staff().isEmpty() ? "" : " · " + session.staff());
    }

    private static String warning(DatedSession session) {
        if (session.cancelled()) {
            return "Called off: " + session.cancelReason();
        }
        return session.shifted()
                ? "The clock goes forward that night: the session begins at %s instead."
                        .formatted(time(session.startsAt(), session.zone()))
                : "";
    }

    private static Event event(AttendanceEvent event, ZoneId zone) {
        var words = new StringBuilder(event.status().label());
        if (event.arrivedAt() != null) {
            words.append(", in ").append(time(event.arrivedAt(), zone));
        }
        if (event.leftAt() != null) {
            words.append(", out ").append(time(event.leftAt(), zone));
        }
        words.append(" · ").append(event.method().label());
        if (event.method().confidence() == Confidence.SELF) {
            words.append(", in the client's own word");
        }
        if (!event.reason().isEmpty()) {
            words.append(" · ").append(event.reason());
        }
        return new Event(
                time(event.recordedAt(), zone),
                event.kind().label(),
                words.toString(),
                Tone.NEUTRAL);
    }

    static String name(RosterSeat seat) {
        return name(seat.givenName(), seat.familyName());
    }

    private static String name(String given, String family) {
        return family.isEmpty()
                ? given
                : given + " " + family.substring(0, family.offsetByCodePoints(0, 1)) + ".";
    }

    private static String time(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : TIME.format(instant.atZone(zone));
    }

    private static String input(@Nullable Instant instant, ZoneId zone) {
        return instant == null
                ? ""
                : DateTimeFormatter.ISO_LOCAL_TIME.format(
                        instant.atZone(zone).toLocalTime().withSecond(0).withNano(0));
    }
}
