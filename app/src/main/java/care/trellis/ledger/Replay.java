package care.trellis.ledger;

import care.trellis.base.Money;
import care.trellis.payers.ContractId;
import care.trellis.payers.ProposalId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay has come, and what it says in all.
 *
 * @param fingerprint what it was made for
 * @param clients that the contract covers in the span
 * @param weeks client-weeks decided so far, each as it stands and under the proposal
 * @param days client-days of the contract among them
 * @param before what the billable days of the contract are charged at as they stand
 * @param after and under the proposal
 * @param finishedAt absent while it runs
 */
public record Replay(
        ReplayId id,
        ProposalId proposal,
        ContractId contract,
        String fingerprint,
        LocalDate from,
        LocalDate to,
        String startedBy,
        Instant startedAt,
        int clients,
        int clientsDone,
        int weeks,
        int days,
        Money before,
        Money after,
        @Nullable Instant finishedAt) {

    /** Whether every client was decided. */
    public boolean finished() {
        return finishedAt != null;
    }
}
