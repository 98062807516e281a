package care.trellis.audit;

import care.trellis.audit.ChainRecords.Checkpoint;
import care.trellis.audit.ChainRecords.Horizon;
import care.trellis.audit.ChainRecords.Sealed;
import care.trellis.base.OrganizationContext;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The chain of one organization's record: each sealed row binds the one before it, and signed
 * checkpoints bind where the chain stood. Both methods work for the organization in force.
 */
@Service
public class AuditChain {

    /** What a check of the whole chain found. */
    public sealed interface Verdict {

        /** Every row is as it was when it was sealed. */
        record Whole(long rows, int checkpoints) implements Verdict {}

        /**
         * Something was changed.
         *
         * @param sequence the first place that is wrong
         * @param what says what is wrong there, naming no person
         */
        record Broken(long sequence, String what) implements Verdict {}
    }

    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(5);

    private final ChainRecords records;
    private final CheckpointKey key;
    private final Clock clock;

    AuditChain(ChainRecords records, CheckpointKey key, Clock clock) {
        this.records = records;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Seals what has been committed and can have no sibling that commits later. Two copies of the
     * program never seal one organization at a time.
     *
     * @return how many rows were sealed
     */
    @Transactional
    public int seal() {
        if (!records.anythingNew()) {
            return 0;
        }
        records.begin();
        return records.lockHorizon().map(this::sealFrom).orElse(0);
    }

    private int sealFrom(Horizon horizon) {
        String until = records.settled(horizon.nextTransaction());
        var links = records.between(horizon.nextTransaction(), until);
        var hashes = new ArrayList<byte[]>(links.size());
        byte[] last = horizon.hash();
        for (int index = 0; index < links.size(); index++) {
            last = links.get(index).hash(horizon.sequence() + 1 + index, last);
            hashes.add(last);
        }
        if (!links.isEmpty()) {
            records.seal(horizon.sequence() + 1, links, hashes);
            records.move(new Horizon(until, horizon.sequence() + links.size(), last));
            checkpoint(horizon.sequence() + links.size(), last);
        }
        return links.size();
    }

    private void checkpoint(long sequence, byte[] hash) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (records.lastCheckpoint()
                .filter(at -> at.plus(BETWEEN_CHECKPOINTS).isAfter(now))
                .isPresent()) {
            return;
        }
        var organization = OrganizationContext.current().value();
        records.add(
                new Checkpoint(sequence, hash, now, key.sign(organization, sequence, hash, now)));
    }

    /** Computes the whole chain anew and compares it with the seals and the signed checkpoints. */
    @Transactional(readOnly = true)
    public Verdict verify() {
        var checkpoints = new HashMap<Long, Checkpoint>();
        for (var checkpoint : records.checkpoints()) {
            if (!signed(checkpoint)) {
                return new Verdict.Broken(
                        checkpoint.sequence(), "The signature of this checkpoint is wrong.");
            }
            checkpoints.put(checkpoint.sequence(), checkpoint);
        }
        int signed = checkpoints.size();
        long sequence = 0;
        byte[] last = Link.START;
        for (var seals = records.sealedAfter(0);
                !seals.isEmpty();
                seals = records.sealedAfter(sequence)) {
            for (int index = 0; index < seals.size(); index++) {
                var seal = seals.get(index);
                sequence++;
                if (seal.sequence() != sequence) {
                    return new Verdict.Broken(sequence, "The seal is missing.");
                }
                if (seal.link().isEmpty()) {
                    return new Verdict.Broken(
                            sequence, "The row is missing, or its time or id was changed.");
                }
                byte[] right = seal.link().get().hash(sequence, last);
                if (!Arrays.equals(right, seal.hash())) {
                    return new Verdict.Broken(sequence, blame(seals, index, right));
                }
                var checkpoint = checkpoints.remove(sequence);
                if (checkpoint != null && !Arrays.equals(checkpoint.hash(), right)) {
                    return new Verdict.Broken(
                            sequence, "The chain was computed anew: a signed checkpoint differs.");
                }
                last = right;
            }
        }
        return end(sequence, last, checkpoints, signed);
    }

    private Verdict end(long sequence, byte[] last, Map<Long, Checkpoint> unmet, int checkpoints) {
        if (!unmet.isEmpty()) {
            return new Verdict.Broken(
                    sequence + 1,
                    "The end of the chain is missing: a signed checkpoint lies beyond it.");
        }
        var horizon = records.horizon();
        if (horizon.isEmpty()) {
            return sequence == 0
                    ? new Verdict.Whole(0, checkpoints)
                    : new Verdict.Broken(sequence, "It is not on record where the chain stands.");
        }
        if (horizon.get().sequence() != sequence || !Arrays.equals(horizon.get().hash(), last)) {
            return new Verdict.Broken(
                    sequence + 1, "The end of the chain is missing or was changed.");
        }
        return records.unsealedBehind(horizon.get())
                .<Verdict>map(id ->
                        new Verdict.Broken(
                                sequence, "A row was put in behind the chain: " + id + "."))
                .orElseGet(() -> new Verdict.Whole(sequence, checkpoints));
    }

    /** Where the next seal fits the row as it stands, the row is as it was and its seal is not. */
    private static String blame(List<Sealed> seals, int index, byte[] right) {
        if (index + 1 < seals.size()) {
            var next = seals.get(index + 1);
            boolean fits =
                    next.link()
                            .filter(it ->
                                    Arrays.equals(it.hash(next.sequence(), right), next.hash()))
                            .isPresent();
            if (fits) {
                return "The seal was changed.";
            }
        }
        return "The row was changed.";
    }

    private boolean signed(Checkpoint checkpoint) {
        return key.signed(
                OrganizationContext.current().value(),
                checkpoint.sequence(),
                checkpoint.hash(),
                checkpoint.at(),
                checkpoint.signature());
    }
}
