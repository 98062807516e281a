package care.trellis.sessions.web;

import care.trellis.base.Problem;
import care.trellis.clients.ClientId;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.StaffId;
import care.trellis.sessions.Candidate;
import care.trellis.sessions.Modality;
import care.trellis.sessions.NewSession;
import care.trellis.sessions.PlanningSite;
import care.trellis.sessions.ServiceType;
import care.trellis.web.Form;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the form of a single session: a session to plan, or what is wrong beside each field. */
final class PlanEntry {

    static final int SHORTEST_MINUTES = 5;
    static final int LONGEST_MINUTES = 480;

    private final Form form;
    private final List<Problem> problems = new ArrayList<>();

    private PlanEntry(Form form) {
        this.form = form;
    }

    /**
     * What is typed as a session; nothing where something is missing, which is then said in the
     * form.
     *
     * @param people clients who may be planned for on that day
     */
    static @Nullable NewSession read(Form form, PlanningSite site, List<Candidate> people) {
        var entry = new PlanEntry(form);
        var wanted = entry.read(site, people);
        form.refused(entry.problems);
        return form.wrong() ? null : wanted;
    }

    private @Nullable NewSession read(PlanningSite site, List<Candidate> people) {
        var client = value("client", ClientId::of, "Choose the client.");
        var kind = value("kind", ServiceType::valueOf, "Choose the kind of session.");
        var lead = value("lead", StaffId::of, "Choose who leads.");
        var modality = value("modality", Modality::valueOf, "Choose how people meet.");
        var starts = value("starts", LocalTime::parse, "Enter the time, such as 14:00.");
        var second =
                form.value("second").isEmpty()
                        ? null
                        : value("second", StaffId::of, "Choose a person of the list.");
        var room =
                form.value("room").isEmpty()
                        ? null
                        : value("room", RoomId::of, "Choose a room of the list.");
        var date = form.date("date");
        int minutes = form.requiredWhole("minutes");
        require(date != null || !form.error("date").isEmpty(), "date", "Enter the day.");
        require(
                !form.error("minutes").isEmpty()
                        || minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES,
                "minutes",
                "A session lasts %d to %d minutes.".formatted(SHORTEST_MINUTES, LONGEST_MINUTES));
        require(
                lead == null || !lead.equals(second),
                "second",
                "Choose another person, or nobody: this one leads already.");
        require(
                modality != Modality.VIDEO || room == null,
                "room",
                "A session by video takes no room; choose none.");
        require(
                client == null
                        || date == null
                        || people.stream().anyMatch(it -> it.client().equals(client)),
                "client",
                "This client's stay does not take in that day; choose another day or admit them first.");
        if (client == null
                || kind == null
                || lead == null
                || modality == null
                || starts == null
                || date == null
                || !problems.isEmpty()
                || form.wrong()) {
            return null;
        }
        return new NewSession(
                site.site(),
                client,
                lead,
                second,
                kind.label(),
                kind,
                modality,
                room,
                date,
                starts,
                minutes);
    }

    private void require(boolean holds, String field, String fix) {
        if (!holds) {
            problems.add(new Problem(field, "INVALID", fix));
        }
    }

    private <T> @Nullable T value(String field, Function<String, T> parse, String fix) {
        try {
            return parse.apply(form.value(field).strip());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            require(false, field, fix);
            return null;
        }
    }
}
