package care.trellis.base.news;

import care.trellis.base.OrganizationId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes, told in the transaction that makes them and heard by every copy of the program when it
 * commits: PostgreSQL carries them (NOTIFY), so a change that is rolled back is never told.
 */
@Component
public class News {

    static final String CHANNEL = "trellis_news";

    /** PostgreSQL carries less than 8000 bytes at once; an id takes 37. */
    private static final int IDS_AT_ONCE = 150;

    private static final int REMEMBERED = 2000;

    private record Heard(Instant at, Change change) {}

    private final JdbcClient jdbc;
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final Deque<Heard> recent = new ArrayDeque<>();
    private Instant completeSince = Instant.now();

    News(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells a change when the running transaction commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(OrganizationId organization, String topic, List<UUID> ids) {
        for (int from = 0; from < Math.max(1, ids.size()); from += IDS_AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + IDS_AT_ONCE));
            jdbc.sql("select pg_notify(:channel, :change)")
                    .param("channel", CHANNEL)
                    .param("change", new Change(organization, topic, some).written())
                    .query((row, number) -> number)
                    .single();
        }
    }

    /**
     * Hears the changes of one organization from an instant on, what came since then first.
     *
     * @param since real time of the machine; where the memory of this copy does not reach back so
     *     far, one change of topic {@link Change#MISSED} stands for all
     * @param ear called for each change, from another thread, and must return at once
     * @return ends the hearing when closed
     */
    public Subscription hear(OrganizationId organization, Instant since, Consumer<Change> ear) {
        var reader = new Reader(organization, ear);
        synchronized (recent) {
            readers.add(reader);
            if (since.isBefore(completeSince)) {
                ear.accept(missed(organization));
            } else {
                recent.stream()
                        .filter(heard -> !heard.at.isBefore(since))
                        .map(Heard::change)
                        .filter(reader::concerns)
                        .forEach(ear);
            }
        }
        return () -> readers.remove(reader);
    }

    /** A hearing that goes on until it is closed. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** A change came in: from this copy or another. */
    void heard(Change change) {
        synchronized (recent) {
            recent.addLast(new Heard(Instant.now(), change));
            if (recent.size() > REMEMBERED) {
                completeSince = recent.removeFirst().at.plusNanos(1);
            }
            readers.stream()
                    .filter(reader -> reader.concerns(change))
                    .forEach(reader -> reader.ear.accept(change));
        }
    }

    /** The line was down for a while, so nobody knows what went by. */
    void lineRestored() {
        synchronized (recent) {
            recent.clear();
            completeSince = Instant.now();
            readers.forEach(reader -> reader.ear.accept(missed(reader.organization)));
        }
    }

    private static Change missed(OrganizationId organization) {
        return new Change(organization, Change.MISSED, List.of());
    }

    private static final class Reader {

        private final OrganizationId organization;
        private final Consumer<Change> ear;

        Reader(OrganizationId organization, Consumer<Change> ear) {
            this.organization = organization;
            this.ear = ear;
        }

        boolean concerns(Change change) {
            return change.organization().equals(organization);
        }
    }
}
