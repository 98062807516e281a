package care.trellis.drugtests;

import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One test: why it was done, who had the specimen, and what was found.
 *
 * @param specimen what stands on its label; says nothing about the person
 * @param draw null where nobody drew it
 * @param custody oldest first
 * @param results oldest first
 */
public record DrugTest(
        TestId id,
        ClientId client,
        SiteId site,
        LocalDate day,
        String panel,
        Why why,
        @Nullable DrawId draw,
        String specimen,
        Instant orderedAt,
        String orderedBy,
        List<Custody> custody,
        List<Result> results) {

    /** Why it is done. */
    public enum Why {
        RANDOM("Random draw"),
        ADMISSION("Admission"),
        SCHEDULED("Scheduled"),
        CLINICAL("Clinical question");

        private final String label;

        Why(String label) {
            this.label = label;
        }

        /** The cause in words. */
        public String label() {
            return label;
        }
    }

    /** How a test stands. */
    public enum State {
        DUE("To be collected"),
        COLLECTED("Here"),
        ON_ITS_WAY("At the laboratory"),
        PRESUMPTIVE("Presumptive: may be confirmed"),
        DONE("Result is here"),
        NOT_DONE("Not collected");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The state in words. */
        public String label() {
            return label;
        }
    }

    /** Copies the lists. */
    public DrugTest {
        custody = List.copyOf(custody);
        results = List.copyOf(results);
    }

    /** How it stands now. */
    public State state() {
        if (!results.isEmpty()) {
            return needsConfirmation() ? State.PRESUMPTIVE : State.DONE;
        }
        if (custody.isEmpty()) {
            return State.DUE;
        }
        return switch (custody.getLast().kind()) {
            case NOT_COLLECTED -> State.NOT_DONE;
            case SENT -> State.ON_ITS_WAY;
            case COLLECTED, HANDED_OVER, ACCEPTED, DISCARDED -> State.COLLECTED;
        };
    }

    /** Whether a screen found something that no laboratory confirmed or ruled out yet. */
    public boolean needsConfirmation() {
        return results.stream().noneMatch(one -> one.kind() == Result.Kind.CONFIRMATION)
                && results.stream().anyMatch(one -> !one.consistent() && one.foundSomething());
    }

    /** The result that counts: a confirmation before a screen, the newest of a kind. */
    public Optional<Result> decisive() {
        return results.reversed().stream()
                .filter(one -> one.kind() == Result.Kind.CONFIRMATION)
                .findFirst()
                .or(() -> results.isEmpty() ? Optional.empty() : Optional.of(results.getLast()));
    }

    /** Who has the specimen, by name; empty while nobody has. */
    public String holder() {
        return custody.isEmpty() ? "" : custody.getLast().holder();
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "DrugTest[" + id.value() + "]";
    }
}
