package care.trellis.sessions.web;

import care.trellis.base.Problem;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.StaffId;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.Modality;
import care.trellis.sessions.Recurrence;
import care.trellis.sessions.ServiceType;
import care.trellis.web.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the form of a block or of a changed session: a plan, or what is wrong beside each field.
 */
final class BlockEntry {

    private final Form form;

    BlockEntry(Form form) {
        this.form = form;
    }

    /** A block with its first and last day; nothing where the form says what is wrong. */
    @Nullable BlockPlan block() {
        var from = required("from", LocalDate::parse, "Enter the first day.");
        var to = optional("to", LocalDate::parse, "Enter the last day, or leave it empty.");
        if (from != null && to != null && to.isBefore(from)) {
            refuse("to", "The last day is before the first");
        }
        var plan = session(from, RepeatEntry.read(form, from));
        return plan == null || from == null || form.wrong()
                ? null
                : new BlockPlan(
                        plan.recurrence(),
                        plan.starts(),
                        plan.minutes(),
                        plan.title(),
                        plan.serviceType(),
                        plan.modality(),
                        plan.room(),
                        plan.lead(),
                        plan.coLead(),
                        from,
                        to);
    }

    /**
     * A changed session.
     *
     * @param repeats whether the form asks how often
     */
    @Nullable BlockPlan changed(boolean repeats) {
        var date = required("date", LocalDate::parse, "Enter the day.");
        var rule =
                repeats
                        ? RepeatEntry.read(form, date)
                        : date == null ? null : Recurrence.weekly(date.getDayOfWeek());
        return session(date, rule);
    }

    private @Nullable BlockPlan session(@Nullable LocalDate date, @Nullable Recurrence rule) {
        var starts = required("starts", LocalTime::parse, "Write the time as 09:00");
        var minutes =
                required("minutes", Integer::valueOf, "Write the minutes as a number, such as 60");
        var title = form.value("title").strip();
        var service = required("service", ServiceType::valueOf, "Choose a kind");
        var modality = required("modality", Modality::valueOf, "Choose how people meet");
        var lead = required("lead", StaffId::of, "Choose who leads");
        var coLead = optional("coLead", StaffId::of, "Choose a person");
        var room = optional("room", RoomId::of, "Choose a room");
        if (title.isEmpty()) {
            refuse("title", "Say what the group is called");
        }
        if (minutes != null && (minutes < 5 || minutes > 1440)) {
            refuse("minutes", "A session lasts 5 to 1440 minutes");
        }
        if (lead != null && lead.equals(coLead)) {
            refuse("coLead", "The second facilitator is another person");
        }
        if (modality == Modality.VIDEO && room != null) {
            refuse("room", "A session by video takes no room; choose none.");
        }
        return form.wrong()
                        || date == null
                        || rule == null
                        || starts == null
                        || minutes == null
                        || service == null
                        || modality == null
                        || lead == null
                ? null
                : new BlockPlan(
                        rule, starts, minutes, title, service, modality, room, lead, coLead, date,
                        null);
    }

    private <T> @Nullable T optional(String field, Function<String, T> parse, String fix) {
        return form.value(field).isBlank() ? null : required(field, parse, fix);
    }

    private <T> @Nullable T required(String field, Function<String, T> parse, String fix) {
        try {
            return parse.apply(form.value(field).strip());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            refuse(field, fix);
            return null;
        }
    }

    private void refuse(String field, String fix) {
        form.refused(List.of(new Problem(field, "INVALID", fix)));
    }
}
