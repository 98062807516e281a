package care.trellis.papers;

import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One paper of a client.
 *
 * @param revisions the revision of each section that was saved
 * @param reused fields that stand as they were answered in an earlier paper, and when that was
 *     signed
 * @param populations whom its questions were chosen for
 * @param signed null while it is a draft
 */
public record Paper(
        PaperId id,
        ClientId client,
        FormDefinition form,
        Instant begunAt,
        String begunBy,
        Answers answers,
        Map<String, Integer> revisions,
        Map<String, LocalDate> reused,
        Set<FormDefinition.Population> populations,
        @Nullable Signed signed) {

    /** Copies what it holds. */
    public Paper {
        revisions = Map.copyOf(revisions);
        reused = Map.copyOf(reused);
        populations = Set.copyOf(populations);
    }

    /**
     * What makes it binding.
     *
     * @param reviewOn when it is due again; null where it holds for good
     * @param intact whether its characters still have the signed hash
     */
    public record Signed(
            LocalDate on,
            Instant at,
            @Nullable LocalDate reviewOn,
            boolean intact,
            String hash,
            List<Signature> signatures) {

        /** Copies the signatures. */
        public Signed {
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * One signature, or a reason why there is none.
     *
     * @param refusal why the person did not sign; null where there is a signature
     */
    public record Signature(Signer signer, String name, @Nullable String refusal, Instant at) {}

    /** In which part somebody signs. */
    public enum Signer {
        STAFF("Staff"),
        CLIENT("Client"),
        GUARDIAN("Parent or guardian");

        private final String label;

        Signer(String label) {
            this.label = label;
        }

        /** The part in words. */
        public String label() {
            return label;
        }
    }

    /** Whether a section is asked of this client. */
    public boolean asks(FormDefinition.Section section) {
        return section.only().isEmpty() || section.only().stream().anyMatch(populations::contains);
    }

    /** Whether a question is asked of this client. */
    public boolean asks(FormDefinition.Question question) {
        return question.only().isEmpty()
                || question.only().stream().anyMatch(populations::contains);
    }

    /** What must still be answered before it can be signed. */
    public List<FormDefinition.Question> missing() {
        return form.sections().stream()
                .filter(this::asks)
                .flatMap(section -> section.questions().stream())
                .filter(question -> question.needed() && asks(question) && !answers.has(question))
                .toList();
    }

    /** What was written stays out of logs. */
    @Override
    public String toString() {
        return "Paper[" + id.value() + "]";
    }
}
