package care.trellis.notes;

import care.trellis.clients.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What stands between the lines of a group and a signature. Pure: the same note at the same time
 * gives the same answer. Cloned text and another client's name are what payers deny and what breaks
 * privacy, so both are stopped here and not found later.
 */
final class NoteChecks {

    private final GroupNote note;
    private final Instant now;
    private final Map<ClientId, List<String>> words = new HashMap<>();
    private final Map<Pair, Integer> compared = new HashMap<>();
    private final NameGuard.Finding sharedNames;

    private NoteChecks(GroupNote note, Instant now) {
        this.note = note;
        this.now = now;
        note.lines()
                .forEach(line -> words.put(line.client(), Individuality.words(line.ownWords())));
        this.sharedNames = namesIn(note);
    }

    /**
     * How every line stands, in the order of the lines. What is signed stands clear; that it
     * resembles another is still said.
     */
    static Map<ClientId, Standing> of(GroupNote note, Instant now) {
        var checks = new NoteChecks(note, now);
        var standings = new LinkedHashMap<ClientId, Standing>();
        for (NoteLine line : note.lines()) {
            standings.put(
                    line.client(), line.signed() ? checks.signed(line) : checks.standing(line));
        }
        return standings;
    }

    private Standing signed(NoteLine line) {
        var cautions = new ArrayList<Caution>();
        alike(line, new ArrayList<>(), cautions);
        return new Standing(List.of(), cautions);
    }

    private Standing standing(NoteLine line) {
        var blockers = new ArrayList<Blocker>();
        if (line.status().equals("EXPECTED")) {
            blockers.add(Blocker.NOT_CHECKED_IN);
        }
        if (!line.present()) {
            return new Standing(blockers, List.of());
        }
        if (line.leftAt() == null && now.isBefore(note.endsAt())) {
            blockers.add(Blocker.STILL_HERE);
        }
        if (note.sharedPartEmpty()) {
            blockers.add(Blocker.SHARED_PART_EMPTY);
        }
        if (sharedNames == NameGuard.Finding.FULL_NAME) {
            blockers.add(Blocker.SHARED_NAMES_CLIENT);
        }
        if (line.twoTexts() || note.twoTexts()) {
            blockers.add(Blocker.TWO_TEXTS);
        }
        if (line.text().isBlank()) {
            blockers.add(Blocker.LINE_EMPTY);
        }
        if (line.goal() == null && line.noGoalReason().isBlank()) {
            blockers.add(Blocker.NO_GOAL);
        }
        var cautions = new ArrayList<Caution>();
        if (sharedNames == NameGuard.Finding.FIRST_NAME) {
            cautions.add(new Caution(Caution.Kind.SHARED_FIRST_NAME, 0, null));
        }
        alike(line, blockers, cautions);
        names(line, blockers, cautions);
        return new Standing(blockers, cautions);
    }

    /** Against the eleven others, and against the client's own last five notes. */
    private void alike(NoteLine line, List<Blocker> blockers, List<Caution> cautions) {
        int most = 0;
        ClientId nearest = line.client();
        for (NoteLine other : note.lines()) {
            if (!other.client().equals(line.client()) && other.present()) {
                int percent = percent(line, other);
                if (percent > most) {
                    most = percent;
                    nearest = other.client();
                }
            }
        }
        boolean justified = !line.sameTextReason().isBlank();
        if (most == Individuality.IDENTICAL && !justified) {
            blockers.add(Blocker.SAME_TEXT);
        } else if (most >= Individuality.ALIKE) {
            cautions.add(new Caution(Caution.Kind.LIKE_ANOTHER, most, nearest));
        }
        if (line.alike() == Individuality.IDENTICAL && !justified) {
            blockers.add(Blocker.SAME_AS_BEFORE);
        } else if (line.alike() >= Individuality.ALIKE) {
            cautions.add(new Caution(Caution.Kind.LIKE_BEFORE, line.alike(), null));
        }
    }

    /** Likeness goes both ways, so each two lines are compared once. */
    private int percent(NoteLine line, NoteLine other) {
        boolean first = line.client().value().compareTo(other.client().value()) < 0;
        var pair =
                first
                        ? new Pair(line.client(), other.client())
                        : new Pair(other.client(), line.client());
        return compared.computeIfAbsent(pair, any -> Individuality.percent(own(line), own(other)));
    }

    private record Pair(ClientId one, ClientId other) {}

    private void names(NoteLine line, List<Blocker> blockers, List<Caution> cautions) {
        var innocent = new ArrayList<>(facilitators(note));
        innocent.add(line.givenName());
        var own = NameGuard.Words.of(line.ownWords());
        for (NoteLine other : note.lines()) {
            if (other.client().equals(line.client())) {
                continue;
            }
            switch (NameGuard.look(own, member(other), innocent)) {
                case NOTHING -> {}
                case FIRST_NAME ->
                        cautions.add(new Caution(Caution.Kind.FIRST_NAME, 0, other.client()));
                case FULL_NAME -> {
                    if (!blockers.contains(Blocker.NAMES_ANOTHER)) {
                        blockers.add(Blocker.NAMES_ANOTHER);
                    }
                }
            }
        }
    }

    /** The shared part stands in everybody's note, so it names nobody at all. */
    private static NameGuard.Finding namesIn(GroupNote note) {
        var shared =
                NameGuard.Words.of(note.focus() + "\n" + note.method() + "\n" + note.narrative());
        var worst = NameGuard.Finding.NOTHING;
        for (NoteLine line : note.lines()) {
            var finding = NameGuard.look(shared, member(line), facilitators(note));
            worst = finding.compareTo(worst) > 0 ? finding : worst;
        }
        return worst;
    }

    private static NameGuard.Member member(NoteLine line) {
        return new NameGuard.Member(line.givenName(), line.familyName());
    }

    private static List<String> facilitators(GroupNote note) {
        return note.facilitators().stream()
                .map(facilitator -> facilitator.name().split(" ", 2)[0])
                .toList();
    }

    private List<String> own(NoteLine line) {
        return Objects.requireNonNull(words.get(line.client()));
    }
}
