package care.trellis.outreach;

import care.trellis.clients.ClientId;
import care.trellis.outreach.Ladder.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was expected and was not here, and what was done about it.
 *
 * @param name first name and last initial
 * @param phone as it is on record; empty for none
 * @param group what was missed first
 * @param owner who looks after it; null while nobody does
 * @param outcome null while it is open
 * @param attempts the oldest first
 */
public record Absence(
        AbsenceId id,
        ClientId client,
        String name,
        String phone,
        UUID site,
        ZoneId zone,
        LocalDate day,
        String group,
        Instant startsAt,
        Instant noticedAt,
        @Nullable UUID ownerAccount,
        @Nullable String owner,
        @Nullable Outcome outcome,
        List<Attempt> attempts) {

    /** Keeps its own copy of the list. */
    public Absence {
        attempts = List.copyOf(attempts);
    }

    /** Something that was done. */
    public record Attempt(Step step, Result result, String words, Instant at, String by) {

        /** Says nothing of what was said. */
        @Override
        public String toString() {
            return "Attempt[" + step + " " + result + "]";
        }
    }

    /** What came of one step. */
    public enum Result {
        QUEUED("Written to"),
        NOT_WANTED("Wants nothing in writing"),
        REACHED("Reached"),
        VOICEMAIL("Voicemail"),
        NO_ANSWER("No answer"),
        DONE("Done");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** How it ended. */
    public enum Outcome {
        CAME("Came after all"),
        EXPLAINED("Explained, nothing to do"),
        RETURNS("Comes back next time"),
        WANTS_CHANGE("Wants other hours or another seat"),
        LEAVES("Thinks of stopping: talk first"),
        UNREACHED("Not reached");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** The steps that were taken. */
    public Set<Step> taken() {
        return attempts.stream().map(Attempt::step).collect(Collectors.toSet());
    }

    /** Whether somebody still has to look after it. */
    public boolean open() {
        return outcome == null;
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Absence[" + id.value() + "]";
    }
}
