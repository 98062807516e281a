package care.trellis.crash;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the senders know, kept outside of everything that is killed. */
final class History {

    private final Map<Operation, Outcome> answered = new ConcurrentHashMap<>();
    private final Map<String, Integer> unknown = new ConcurrentHashMap<>();

    void answered(Operation operation, Outcome outcome) {
        answered.put(operation, outcome);
    }

    /** A request ended without telling: no answer at all, or this status. */
    void unknown(String how) {
        unknown.merge(how, 1, Integer::sum);
    }

    /** How many operations have their answer. */
    int answers() {
        return answered.size();
    }

    /** How requests ended that told nothing, and how many did so. */
    Map<String, Integer> unknown() {
        return unknown;
    }

    Set<UUID> keys(Outcome outcome, Class<? extends Operation> kind) {
        return answered.entrySet().stream()
                .filter(one -> one.getValue() == outcome && kind.isInstance(one.getKey()))
                .map(one -> one.getKey().key())
                .collect(Collectors.toUnmodifiableSet());
    }
}
