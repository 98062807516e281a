package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Authorization;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything a decision is made from: a payer case, and what only the application knows. */
record Situation(ObjectNode payerCase, LocalDate starts, LocalDate ends, List<Hold> holds) {

    Decision decide(Rulebook rulebook) {
        var read = PayerCase.read(payerCase);
        var granted = read.authorization();
        return Decisions.decide(
                read.week(),
                rulebook,
                new Authorization(
                        granted.state(),
                        granted.unit(),
                        granted.unitsAuthorized(),
                        granted.unitsUsed(),
                        starts,
                        ends),
                holds);
    }

    DayDecision decide(Rulebook rulebook, LocalDate date) {
        return decide(rulebook).days().stream()
                .filter(day -> day.date().equals(date))
                .findFirst()
                .orElseThrow();
    }

    /** The same facts in another order. */
    Situation shuffled(Random random) {
        var other = payerCase.deepCopy();
        for (var list : List.of("sessions", "other_claims", "history")) {
            shuffle((ArrayNode) other.get(list), random);
        }
        shuffle((ArrayNode) other.at("/charges/lines"), random);
        var mixed = new ArrayList<>(holds);
        Collections.shuffle(mixed, random);
        return new Situation(other, starts, ends, mixed);
    }

    private static void shuffle(ArrayNode array, Random random) {
        var items = new ArrayList<>(array.valueStream().toList());
        Collections.shuffle(items, random);
        array.removeAll();
        items.forEach(array::add);
    }
}
