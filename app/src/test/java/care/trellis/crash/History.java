package care.trellis.crash;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What the senders know, kept outside of everything that is killed. */
final class History {

    private final Map<Operation, Outcome> answered = new ConcurrentHashMap<>();
    private final AtomicInteger unknown = new AtomicInteger();

    void answered(Operation operation, Outcome outcome) {
        answered.put(operation, outcome);
    }

    void unknown() {
        unknown.incrementAndGet();
    }

    /** How many operations have their answer. */
    int answers() {
        return answered.size();
    }

    /** How many requests ended without an answer. */
    int unknowns() {
        return unknown.get();
    }

    Set<UUID> keys(Outcome outcome, Class<? extends Operation> kind) {
        return answered.entrySet().stream()
                .filter(one -> one.getValue() == outcome && kind.isInstance(one.getKey()))
                .map(one -> one.getKey().key())
                .collect(Collectors.toUnmodifiableSet());
    }
}
