package care.trellis.drugtests;

import care.trellis.base.Hashes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One hand that a specimen went through, signed by the account that did it.
 *
 * @param holder who has it from then on, by name
 * @param words how it was collected, what for it went on, or why there is none
 * @param printedName name and credentials under the signature
 * @param hash over this step and the hash of the one before
 */
public record Custody(
        int number,
        Kind kind,
        String holder,
        String words,
        Instant at,
        String printedName,
        String hash) {

    /** What happened to a specimen. */
    public enum Kind {
        COLLECTED("Collected and sealed"),
        NOT_COLLECTED("Not collected"),
        HANDED_OVER("Handed over"),
        ACCEPTED("Accepted"),
        SENT("Sent to the laboratory"),
        DISCARDED("Discarded");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The step in words. */
        public String label() {
            return label;
        }
    }

    /** Why there is no specimen. */
    public enum Missed {
        REFUSED("Refused"),
        NO_SHOW("Did not come"),
        UNABLE("Could not, after time and water"),
        EXCUSED("Excused");

        private final String label;

        Missed(String label) {
            this.label = label;
        }

        /** The cause in words. */
        public String label() {
            return label;
        }
    }

    /** The step with its hash, chained to the one before. */
    static Custody signed(
            String before,
            TestId test,
            int number,
            Kind kind,
            String holder,
            String words,
            Instant at,
            String printedName) {
        return new Custody(
                number,
                kind,
                holder,
                words,
                at,
                printedName,
                hash(before, test, number, kind, holder, words, at, printedName));
    }

    /** Whether it still is what was signed. */
    boolean isIntact(String before, TestId test) {
        return hash.equals(hash(before, test, number, kind, holder, words, at, printedName));
    }

    private static String hash(
            String before,
            TestId test,
            int number,
            Kind kind,
            String holder,
            String words,
            Instant at,
            String printedName) {
        var text =
                String.join(
                        "\n",
                        before,
                        test.value().toString(),
                        String.valueOf(number),
                        kind.name(),
                        holder,
                        words,
                        at.toString(),
                        printedName);
        return HexFormat.of().formatHex(Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What was written stays out of logs. */
    @Override
    public String toString() {
        return "Custody[" + number + " " + kind + "]";
    }
}
