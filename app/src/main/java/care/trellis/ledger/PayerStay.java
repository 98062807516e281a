package care.trellis.ledger;

import care.trellis.engine.rulebook.Rulebook;

/** The days that one payer looks at during one stay: they are decided together. */
record PayerStay(WeekFacts.Contract contract, WeekFacts.Stay stay, Rulebook rulebook) {

    boolean sameWeek(PayerStay other) {
        return contract.equals(other.contract) && stay.equals(other.stay);
    }
}
