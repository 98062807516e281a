package care.trellis.notes.web;

import care.trellis.base.Actor;
import care.trellis.base.Ids;
import care.trellis.notes.GroupNote;
import care.trellis.notes.NoteLine;
import care.trellis.notes.Notes;
import care.trellis.web.Choice;
import care.trellis.web.Initials;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns a group's note into the finished text of its page. */
@Component
class GroupNoteViews {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);
    private static final List<String> PARTICIPATION =
            List.of("Little", "Some", "Active", "Led others");

    private final Notes notes;

    GroupNoteViews(Notes notes) {
        this.notes = notes;
    }

    GroupNoteView view(GroupNote note, Actor actor, String band) {
        var path = "/sessions/" + note.session().value() + "/note";
        var mayWrite = note.facilitatedBy(actor.staff());
        var lines = note.lines().stream().map(line -> line(note, line, path)).toList();
        long owed = lines.stream().filter(line -> line.owed()).count();
        int signed = (int) lines.stream().filter(GroupNoteView.LineView::signed).count();
        int ready = (int) lines.stream().filter(GroupNoteView.LineView::ready).count();
        var signedHere =
                note.passes().stream().anyMatch(pass -> pass.account().equals(actor.account()));
        return new GroupNoteView(
                path,
                "/board?date=" + note.localDate(),
                Stream.of(
                                time(note.startsAt(), note.zone())
                                        + "–"
                                        + time(note.endsAt(), note.zone()),
                                note.room() == null ? "" : "Room " + note.room())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")),
                note.facilitators().stream()
                        .map(it ->
                                it.name()
                                        + (it.credentials().isEmpty()
                                                ? ""
                                                : ", " + it.credentials())
                                        + (it.part().equals("LEAD") ? " (lead)" : ""))
                        .collect(Collectors.joining(" · ")),
                new GroupNoteView.Shared(
                        path + "/shared",
                        note.focus(),
                        note.method(),
                        note.narrative(),
                        note.version(),
                        owed > 0 && signed == owed),
                lines,
                note.passes().stream()
                        .map(pass ->
                                pass.meaning()
                                        + ": "
                                        + pass.printedName()
                                        + ", "
                                        + pass.credentials()
                                        + ", "
                                        + time(pass.signedAt(), note.zone()))
                        .toList(),
                signed + " of " + owed + " signed" + (ready > 0 ? ", " + ready + " ready" : ""),
                ready,
                mayWrite,
                mayWrite && signed > 0 && !signedHere,
                band,
                Ids.next().toString(),
                Ids.next().toString());
    }

    GroupNoteView.LineView line(GroupNote note, NoteLine line, String path) {
        var name = line.givenName() + " " + line.familyName();
        var signedNote = line.signedNote();
        var signedAt = line.signedAt();
        return new GroupNoteView.LineView(
                "line-" + line.client().value(),
                path + "/lines/" + line.client().value(),
                name,
                Initials.of(name),
                presence(note, line),
                line.present() ? line.minutes() + " min" : "",
                line.present(),
                line.signed(),
                signedAt == null ? "" : "Signed " + time(signedAt, note.zone()),
                signedNote == null
                        ? ""
                        : "/clients/" + line.client().value() + "/notes/" + signedNote.value(),
                line.text(),
                participation(line),
                goals(line),
                line.goal() == null && !line.noGoalReason().isEmpty(),
                line.noGoalReason(),
                line.version(),
                notes.blockers(note, line).stream().map(blocker -> blocker.fix()).toList());
    }

    private static String presence(GroupNote note, NoteLine line) {
        var arrived = line.arrivedAt();
        return switch (line.status()) {
            case "PRESENT" ->
                    arrived != null && arrived.isAfter(note.startsAt().plusSeconds(59))
                            ? "Late, " + time(arrived, note.zone())
                            : "Here";
            case "ABSENT" -> "Absent";
            case "EXCUSED" -> "Excused";
            default -> "Not marked";
        };
    }

    private static List<Choice> participation(NoteLine line) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "Taking part …", line.participation() == null));
        for (int level = 1; level <= PARTICIPATION.size(); level++) {
            var chosen = line.participation();
            choices.add(
                    new Choice(
                            String.valueOf(level),
                            PARTICIPATION.get(level - 1),
                            chosen != null && chosen == level));
        }
        return choices;
    }

    private static List<Choice> goals(NoteLine line) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "Goal …", line.goal() == null && line.noGoalReason().isEmpty()));
        line.goals()
                .forEach(goal ->
                        choices.add(
                                new Choice(
                                        goal.id().toString(),
                                        "G" + goal.number() + " " + goal.text(),
                                        goal.id().equals(line.goal()))));
        choices.add(
                new Choice(
                        "none",
                        "None applies",
                        line.goal() == null && !line.noGoalReason().isEmpty()));
        return choices;
    }

    private static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }
}
