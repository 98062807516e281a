package care.trellis.engine.x12.remittances;

import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.TransactionParser;
import care.trellis.engine.x12.X12Reader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the 835 transactions of a file. */
public final class RemittanceReader {

    /** Largest file that {@link #read} keeps in memory: 16 MiB, some 100,000 claims. */
    public static final long LIMIT_BYTES = 16L << 20;

    private RemittanceReader() {}

    /**
     * Reads a file of at most {@link #LIMIT_BYTES} into memory: right for the files of one program.
     * Use {@link #stream} for more.
     *
     * @param in the file; it is not closed
     * @return what could be read, and the problems
     * @throws IOException when the stream itself fails
     */
    public static RemittanceFile read(InputStream in) throws IOException {
        var problems = new Problems();
        var collector = new Collector();
        stream(in, LIMIT_BYTES, collector, problems);
        return new RemittanceFile(collector.remittances, problems.list());
    }

    /**
     * Reads a file claim by claim, in memory that does not grow with it.
     *
     * @param in the file; it is not closed
     * @param limitBytes beyond which nothing is read
     * @param listener told of each payment, claim and adjustment
     * @param problems told what is wrong
     * @throws IOException when the stream itself fails
     */
    public static void stream(
            InputStream in, long limitBytes, RemittanceListener listener, Problems problems)
            throws IOException {
        X12Reader.read(
                in,
                limitBytes,
                TransactionParser.each((header, start) ->
                        header.type().equals("835")
                                ? new RemittanceParser(start, listener, problems)
                                : null),
                problems);
    }

    /** Keeps everything. */
    private static final class Collector implements RemittanceListener {

        private final List<Remittance> remittances = new ArrayList<>();
        private @Nullable Payment payment;
        private List<PaidClaim> claims = new ArrayList<>();
        private List<ProviderAdjustment> adjustments = new ArrayList<>();

        @Override
        public void payment(Payment begun) {
            payment = begun;
            claims = new ArrayList<>();
            adjustments = new ArrayList<>();
        }

        @Override
        public void claim(PaidClaim claim) {
            claims.add(claim);
        }

        @Override
        public void adjustment(ProviderAdjustment adjustment) {
            adjustments.add(adjustment);
        }

        @Override
        public void end(boolean balanced) {
            if (payment != null) {
                remittances.add(new Remittance(payment, claims, adjustments));
            }
        }
    }
}
