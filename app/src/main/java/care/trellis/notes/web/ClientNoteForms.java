package care.trellis.notes.web;

import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.clients.ClientId;
import care.trellis.notes.ClientDraft;
import care.trellis.notes.ClientNoteText;
import care.trellis.notes.ClientNotes;
import care.trellis.notes.NoteFormat;
import care.trellis.notes.NoteKind;
import care.trellis.notes.Place;
import care.trellis.sessions.SessionId;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a draft into a form and a form into a draft, in the site's own time. */
@Component
class ClientNoteForms {

    private final ClientNotes notes;
    private final Clock clock;

    ClientNoteForms(ClientNotes notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    /** The page that asks which sort of note. */
    static BeginView begin(ClientId client, @Nullable SessionId session) {
        return new BeginView(
                "/clients/" + client.value() + "/notes",
                "/clients/" + client.value() + "/private-notes",
                "/clients/" + client.value(),
                Ids.next().toString(),
                session == null ? "" : session.value().toString(),
                Arrays.stream(NoteKind.values())
                        .map(kind ->
                                new Choice(kind.name(), kind.label(), kind == NoteKind.INDIVIDUAL))
                        .toList(),
                Arrays.stream(NoteFormat.values())
                        .map(format ->
                                new BeginView.Format(
                                        format.name(),
                                        format.label(),
                                        String.join(" · ", format.parts()),
                                        format == NoteFormat.DAP))
                        .toList());
    }

    /** The draft's values as a form shows them. */
    Form form(ClientDraft draft) {
        var today = LocalDate.ofInstant(clock.instant(), draft.zone());
        var form =
                Form.empty()
                        .with("day", draft.day() == null ? today : draft.day())
                        .with("starts", time(draft, draft.startsAt()))
                        .with("ends", time(draft, draft.endsAt()))
                        .with("place", draft.place().name())
                        .with("goal", goal(draft))
                        .with("noGoalReason", draft.noGoalReason())
                        .with("others", draft.text().others())
                        .with("allowedBy", draft.text().allowedBy())
                        .with("risk", draft.text().risk());
        for (int part = 0; part < draft.text().parts().size(); part++) {
            form.with("part" + part, draft.text().parts().get(part));
        }
        return form;
    }

    /** The page of a draft. */
    ClientNoteView view(Permit permit, ClientDraft draft, Form form, UUID pageKey) {
        var goals = new LinkedHashMap<String, String>();
        notes.goals(permit, draft).forEach(goal -> goals.put(goal.id().toString(), goal.words()));
        goals.put("none", "None applies");
        var places = new LinkedHashMap<String, String>();
        Arrays.stream(Place.values()).forEach(place -> places.put(place.name(), place.label()));
        var path = "/clients/" + draft.client().value() + "/notes/drafts/" + draft.id();
        return new ClientNoteView(
                path,
                "/clients/" + draft.client().value(),
                draft.kind().label(),
                draft.format().label(),
                draft.clientName(),
                draft.version(),
                pageKey.toString(),
                form,
                form.choices("place", places),
                form.choices("goal", "Goal …", goals),
                parts(draft.format(), form),
                draft.kind().withOthers(),
                ClientNotes.isLate(draft, clock.instant()) || !form.error("lateReason").isEmpty(),
                Ids.next().toString());
    }

    /** What was typed, as a draft; a problem in the form where a time cannot be read. */
    ClientDraft read(ClientDraft draft, Form form) {
        var day = form.date("day");
        var on = day == null ? LocalDate.ofInstant(clock.instant(), draft.zone()) : day;
        var starts = instant(draft, form, "starts", on);
        var ends = instant(draft, form, "ends", on);
        if (starts != null && ends != null && ends.isBefore(starts) && pastMidnight(starts, ends)) {
            ends = ends.atZone(draft.zone()).plusDays(1).toInstant();
        }
        var goal = form.value("goal");
        var parts = new ArrayList<String>();
        for (int part = 0; part < draft.format().parts().size(); part++) {
            parts.add(form.value("part" + part));
        }
        return new ClientDraft(
                draft.id(),
                draft.client(),
                draft.clientName(),
                draft.zone(),
                draft.kind(),
                draft.format(),
                place(form.value("place")),
                draft.session(),
                on,
                starts,
                ends,
                goalId(goal, form),
                goal.equals("none")
                        ? (form.value("noGoalReason").isBlank()
                                ? "None applies"
                                : form.value("noGoalReason"))
                        : "",
                new ClientNoteText(
                        parts, form.value("others"), form.value("allowedBy"), form.value("risk")),
                version(form),
                draft.page(),
                draft.savedAt());
    }

    /** A contact that ends within four hours of midnight's other side. */
    private static boolean pastMidnight(Instant starts, Instant ends) {
        return java.time.Duration.between(ends, starts).toHours() >= 18;
    }

    private static int version(Form form) {
        return form.value("version").matches("[0-9]{1,9}")
                ? Integer.parseInt(form.value("version"))
                : -1;
    }

    private static @Nullable UUID goalId(String goal, Form form) {
        if (goal.isEmpty() || goal.equals("none")) {
            return null;
        }
        try {
            return UUID.fromString(goal);
        } catch (IllegalArgumentException unknown) {
            form.refused(List.of(new Problem("goal", "GOAL_UNKNOWN", "Choose a goal.")));
            return null;
        }
    }

    private static Place place(String name) {
        return Arrays.stream(Place.values())
                .filter(place -> place.name().equals(name))
                .findFirst()
                .orElse(Place.OFFICE);
    }

    private static @Nullable Instant instant(
            ClientDraft draft, Form form, String field, LocalDate day) {
        var text = form.value(field);
        if (text.isBlank()) {
            return null;
        }
        try {
            return day.atTime(LocalTime.parse(text)).atZone(draft.zone()).toInstant();
        } catch (DateTimeException noTime) {
            form.refused(List.of(new Problem(field, "TIME_FORM", "Enter a time such as 09:05.")));
            return null;
        }
    }

    private static List<ClientNoteView.Part> parts(NoteFormat format, Form form) {
        var parts = new ArrayList<ClientNoteView.Part>();
        for (int part = 0; part < format.parts().size(); part++) {
            parts.add(
                    new ClientNoteView.Part(
                            "part" + part,
                            format.parts().get(part),
                            form.value("part" + part),
                            form.error("part" + part)));
        }
        return parts;
    }

    private static String goal(ClientDraft draft) {
        var goal = draft.goal();
        return goal != null ? goal.toString() : draft.noGoalReason().isEmpty() ? "" : "none";
    }

    private static String time(ClientDraft draft, @Nullable Instant at) {
        return at == null
                ? ""
                : at.atZone(draft.zone()).toLocalTime().withSecond(0).withNano(0).toString();
    }
}
