package care.trellis.sessions.web;

import care.trellis.organizations.RoomId;
import care.trellis.organizations.StaffId;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.Modality;
import care.trellis.sessions.ServiceType;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the form of a block: a plan, or what is wrong with it. */
final class BlockEntry {

    private final Map<String, String> typed;
    private final Map<String, String> errors = new LinkedHashMap<>();

    BlockEntry(Map<String, String> typed) {
        this.typed = typed;
    }

    Map<String, String> errors() {
        return errors;
    }

    /** The plan; nothing where the errors say why. */
    @Nullable BlockPlan plan() {
        var day = read("day", DayOfWeek::valueOf, "Choose a day");
        var starts = read("starts", LocalTime::parse, "Write the time as 09:00");
        var minutes =
                read("minutes", Integer::valueOf, "Write the minutes as a number, such as 60");
        var title = text("title");
        var service = read("service", ServiceType::valueOf, "Choose a kind");
        var modality = read("modality", Modality::valueOf, "Choose how people meet");
        var lead = read("lead", StaffId::of, "Choose who leads");
        var from = read("from", LocalDate::parse, "Write the day as 2026-03-02");
        var room = text("room").isEmpty() ? null : read("room", RoomId::of, "Choose a room");
        var coLead =
                text("coLead").isEmpty() ? null : read("coLead", StaffId::of, "Choose a person");
        var to = text("to").isEmpty() ? null : read("to", LocalDate::parse, "Write the last day");
        if (title.isEmpty()) {
            errors.put("title", "Say what the group is called");
        }
        if (minutes != null && (minutes < 5 || minutes > 1440)) {
            errors.put("minutes", "A session lasts 5 to 1440 minutes");
        }
        if (lead != null && lead.equals(coLead)) {
            errors.put("coLead", "The second facilitator is another person");
        }
        if (from != null && to != null && to.isBefore(from)) {
            errors.put("to", "The last day is before the first");
        }
        if (!errors.isEmpty()
                || day == null
                || starts == null
                || minutes == null
                || service == null
                || modality == null
                || lead == null
                || from == null) {
            return null;
        }
        return new BlockPlan(
                day, starts, minutes, title, service, modality, room, lead, coLead, from, to);
    }

    private <T> @Nullable T read(String field, Function<String, T> parse, String error) {
        try {
            return parse.apply(text(field));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            errors.put(field, error);
            return null;
        }
    }

    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }
}
