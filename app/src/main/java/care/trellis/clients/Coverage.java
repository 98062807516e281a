package care.trellis.clients;

import care.trellis.payers.ContractId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One coverage of a client on record. */
public record Coverage(CoverageId id, Terms terms) {

    /**
     * What a coverage card says, and which contract of ours it falls under.
     *
     * @param contractId null for self-pay, and for a payer that nobody has linked to a contract yet
     * @param payerName as the card or the import says
     * @param memberId empty where it is not known yet: the claim cannot be made
     * @param groupNumber empty where the card has none
     * @param priority 1 is billed first; 1 to 9
     * @param to the last day covered; null while it lasts
     */
    public record Terms(
            @Nullable ContractId contractId,
            String payerName,
            String memberId,
            String groupNumber,
            int priority,
            LocalDate from,
            @Nullable LocalDate to) {

        /** Refuses what no card can say. */
        public Terms {
            payerName = Person.text(payerName, "payer's name");
            memberId = Person.text(memberId, "member id");
            groupNumber = Person.text(groupNumber, "group number");
            if (payerName.isEmpty()) {
                throw new IllegalArgumentException("A coverage names its payer");
            }
            if (priority < 1 || priority > 9) {
                throw new IllegalArgumentException("The priority is 1 to 9, not " + priority);
            }
            if (to != null && to.isBefore(from)) {
                throw new IllegalArgumentException("The coverage ends before it begins");
            }
        }

        /** The contract of ours that applies. */
        public Optional<ContractId> contract() {
            return Optional.ofNullable(contractId);
        }

        /** Whether it covers the day. */
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }

        /** Whether both cover some day at the same priority. */
        boolean clashesWith(Terms other) {
            return priority == other.priority
                    && (to == null || !other.from.isAfter(to))
                    && (other.to == null || !from.isAfter(other.to));
        }

        /** A member id is personal: logs see none. */
        @Override
        public String toString() {
            return "Terms[priority " + priority + "]";
        }
    }
}
