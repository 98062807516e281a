package care.trellis.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How many wrong answers one client address may give at the doors that are open to strangers: 30
 * within 15 minutes, then none until the first of them is 15 minutes old. The count of an account
 * ({@link SignIn#ALLOWED_FAILURES}) stops whoever guesses at one person; this one stops whoever
 * tries one password on many (OWASP ASVS 5.0, 6.3.1; NIST SP 800-63B-4, 3.2.2 asks for throttling
 * and for at most 100 failures in a row, and leaves the figures per address to us). A right answer
 * costs nothing, so that a clinic's whole staff may sign in from behind one address.
 *
 * <p>The address is the connection's own. Only where the operator declared a proxy is that proxy's
 * header believed, by the server itself and before it comes here. The counts live in memory: a
 * restart forgets them, and the counts of the accounts stay.
 */
@Component
class AddressLimit {

    static final int ALLOWED_FAILURES = 30;
    static final Duration WINDOW = Duration.ofMinutes(15);

    /** Addresses remembered at most; beyond it the one that was quiet longest is forgotten. */
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
                    return size() > REMEMBERED;
                }
            };

    AddressLimit(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts an attempt before it is made, so that many at the same moment are no way around; a
     * right answer is {@link #forgive forgiven} afterwards.
     *
     * @return nothing where the attempt may be made, else how long this address has to wait
     */
    synchronized Optional<Duration> count(String address) {
        var now = clock.instant();
        var earlier = failures.computeIfAbsent(network(address), _ -> new ArrayDeque<>());
        while (!earlier.isEmpty() && !earlier.peekFirst().isAfter(now.minus(WINDOW))) {
            earlier.removeFirst();
        }
        if (earlier.size() >= ALLOWED_FAILURES) {
            return Optional.of(Duration.between(now, earlier.getFirst().plus(WINDOW)));
        }
        earlier.addLast(now);
        return Optional.empty();
    }

    /** The answer was right: it does not count. */
    synchronized void forgive(String address) {
        var network = network(address);
        var earlier = failures.get(network);
        if (earlier != null) {
            earlier.pollLast();
            if (earlier.isEmpty()) {
                failures.remove(network);
            }
        }
    }

    /** One household has 2 to the 64 addresses of version 6, and counts as one. */
    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
                    : address;
        } catch (IllegalArgumentException unnumbered) {
            return address;
        }
    }
}
