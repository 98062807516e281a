package care.trellis.payers;

import static care.trellis.base.Action.CONTRACT_EDIT;
import static care.trellis.base.Action.CONTRACT_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to whether contracts let fees by income lower what payers leave to clients. Payers
 * forbid it, or their contract changes, from a day on; what was taken off days before stays.
 */
@Service
public class IncomeTerms {

    private final IncomeTermRecords records;
    private final Payers payers;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    IncomeTerms(IncomeTermRecords records, Payers payers, Audit audit, Once once, Clock clock) {
        this.records = records;
        this.payers = payers;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** What was ever said of a contract, the latest day first; the first that began holds. */
    @Transactional(readOnly = true)
    public List<IncomeTerm> of(Permit permit, ContractId contract) {
        permit.require(CONTRACT_VIEW, CONTRACT_EDIT);
        return records.of(contract);
    }

    /**
     * Says what holds from a day on. The same key twice says it once; of two words about one day
     * the later one counts.
     *
     * @param key made with the form; becomes its id
     * @param from the first day; null where none was entered
     */
    @Transactional
    public Change<UUID> set(
            Permit permit,
            UUID key,
            ContractId contract,
            boolean allowed,
            @Nullable LocalDate from) {
        permit.require(CONTRACT_EDIT);
        payers.contract(permit, contract);
        if (from == null) {
            return new Problems()
                    .require(
                            false,
                            "from",
                            "MISSING",
                            "Enter the first day on which it holds; days before keep what held.")
                    .refused();
        }
        if (once.first(permit, key, "income term " + contract + allowed + from)) {
            records.insert(
                    key,
                    contract,
                    new IncomeTerm(from, allowed, clock.instant(), permit.actor().name()));
            audit.record(
                    permit, "payers.income_term", key, null, allowed ? "ALLOWED" : "FORBIDDEN");
        }
        return new Change.Done<>(key);
    }
}
