package care.trellis.notes.web;

import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.notes.Blocker;
import care.trellis.notes.Drafts;
import care.trellis.notes.GroupNote;
import care.trellis.notes.NoteLine;
import care.trellis.notes.Notes;
import care.trellis.notes.SetAside;
import care.trellis.notes.Standing;
import care.trellis.sessions.DatedSession;
import care.trellis.web.Initials;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a group's note into the finished text of its page. */
@Component
class GroupNoteViews {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);

    /** What a signing pass said, for the band above the note. */
    record Said(String band, List<String> more, String lateReason, String lateError) {

        static final Said NOTHING = new Said("", List.of(), "", "");
    }

    private final Notes notes;
    private final Drafts drafts;
    private final Clock clock;

    GroupNoteViews(Notes notes, Drafts drafts, Clock clock) {
        this.notes = notes;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** The whole page. */
    GroupNoteView view(Permit permit, GroupNote note, Said said, String releases) {
        return view(permit, note, notes.usualGoals(permit, note.session()), said, releases);
    }

    /** What changes after a save: no goal is proposed anew. */
    GroupNoteView afterSave(Permit permit, GroupNote note) {
        return view(permit, note, Map.of(), Said.NOTHING, "");
    }

    /** What changes when somebody's presence does: a line may appear, with its goal proposed. */
    GroupNoteView afterPresence(Permit permit, GroupNote note) {
        return view(permit, note, notes.usualGoals(permit, note.session()), Said.NOTHING, "");
    }

    private GroupNoteView view(
            Permit permit,
            GroupNote note,
            Map<ClientId, UUID> usualGoals,
            Said said,
            String releases) {
        var path = "/sessions/" + note.session().value() + "/note";
        var mayWrite = note.facilitatedBy(permit.actor().staff());
        var standings = notes.standings(permit, note);
        var asides = drafts.setAside(permit, note.session());
        var lineViews = new LineViews(note, path, clock.instant());
        var lines =
                note.lines().stream()
                        .map(line ->
                                lineViews.line(
                                        line,
                                        standings.getOrDefault(
                                                line.client(), new Standing(List.of(), List.of())),
                                        usualGoals.get(line.client()),
                                        aside(
                                                asides,
                                                line.client().value(),
                                                path,
                                                line.text(),
                                                line.writer())))
                        .toList();
        long owed = lines.stream().filter(GroupNoteView.LineView::owed).count();
        long signed = lines.stream().filter(GroupNoteView.LineView::signed).count();
        long ready = lines.stream().filter(GroupNoteView.LineView::ready).count();
        var account = permit.actor().account();
        return new GroupNoteView(
                path,
                path + "/live?since=" + clock.millis(),
                Ids.next().toString(),
                "/board?date=" + note.localDate(),
                time(note, note.startsAt()) + "–" + time(note, note.endsAt()),
                note.room() == null ? "" : DatedSession.roomWords(note.room()),
                here(note) + " of " + note.lines().size() + " here",
                note.module(),
                mayWrite ? "/sessions/" + note.session().value() + "/module" : "",
                note.facilitators().stream().map(it -> facilitator(note, it)).toList(),
                new GroupNoteView.Shared(
                        path + "/shared",
                        note.focus(),
                        note.method(),
                        note.narrative(),
                        note.version(),
                        owed > 0 && signed == owed,
                        aside(asides, note.session().value(), path, whole(note), "")),
                lines,
                dock(owed, signed, ready, waits(standings.values()), releases),
                mayWrite,
                mayWrite && signed > 0 && !signedBy(note, account),
                said.band,
                said.more,
                Notes.isLate(note, clock.instant()),
                said.lateReason,
                said.lateError,
                Ids.next().toString(),
                Ids.next().toString());
    }

    private static GroupNoteView.Dock dock(
            long owed, long signed, long ready, String waits, String releases) {
        return new GroupNoteView.Dock(
                signed + " of " + owed + " signed",
                waits,
                releases,
                ready == 0 ? "Sign what is ready" : "Sign " + ready + " ready");
    }

    /** What is lifted once for everybody. */
    private static String waits(Collection<Standing> standings) {
        return standings.stream()
                .flatMap(standing -> standing.blockers().stream())
                .filter(Blocker::ofTheGroup)
                .distinct()
                .sorted()
                .map(Blocker::fix)
                .collect(Collectors.joining(" · "));
    }

    private static boolean signedBy(GroupNote note, UUID account) {
        return note.passes().stream().anyMatch(pass -> pass.account().equals(account));
    }

    private static long here(GroupNote note) {
        return note.lines().stream().filter(NoteLine::present).count();
    }

    private static GroupNoteView.Facilitator facilitator(
            GroupNote note, GroupNote.Facilitator facilitator) {
        var signed =
                note.passes().stream()
                        .filter(pass -> pass.printedName().equals(facilitator.name()))
                        .map(pass -> pass.meaning() + ", " + time(note, pass.signedAt()))
                        .findFirst()
                        .orElse("");
        return new GroupNoteView.Facilitator(
                facilitator.name()
                        + (facilitator.credentials().isEmpty()
                                ? ""
                                : ", " + facilitator.credentials()),
                Initials.of(facilitator.name()),
                facilitator.part().equals("LEAD") ? "Lead" : "Co-facilitator",
                signed);
    }

    private static List<GroupNoteView.Aside> aside(
            List<SetAside> asides, UUID part, String path, String stands, String stoodBy) {
        return asides.stream()
                .filter(aside -> aside.part().equals(part))
                .map(aside ->
                        new GroupNoteView.Aside(
                                path + "/parts/" + part + "/choice",
                                aside.account().toString(),
                                aside.name(),
                                aside.text(),
                                stands,
                                stoodBy.isEmpty() ? "Stands now" : stoodBy))
                .toList();
    }

    private static String whole(GroupNote note) {
        return (note.focus() + "\n" + note.method() + "\n" + note.narrative()).strip();
    }

    static String time(GroupNote note, @Nullable Instant instant) {
        return instant == null ? "–" : TIME.format(instant.atZone(note.zone()));
    }
}
