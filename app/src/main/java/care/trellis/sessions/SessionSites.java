package care.trellis.sessions;

import care.trellis.access.SiteLookup;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Resource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the decision place where a session is. A session never moves to another site, so what was
 * read once is remembered: a morning's check-ins ask for the same few sessions hundreds of times.
 */
@Component
class SessionSites implements SiteLookup {

    private static final int REMEMBERED = 4096;

    private record Key(UUID organization, UUID session) {}

    private final SessionRecords records;
    private final TransactionTemplate transaction;
    private final Map<Key, UUID> known =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(64, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Key, UUID> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    SessionSites(SessionRecords records, PlatformTransactionManager transactions) {
        this.records = records;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    @Override
    public Resource.Kind kind() {
        return Resource.Kind.SESSION;
    }

    @Override
    public Optional<UUID> siteOf(UUID id) {
        var key = new Key(OrganizationContext.current().value(), id);
        var before = known.get(key);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<UUID> site = transaction.execute(status -> records.siteOf(id));
        site.ifPresent(found -> known.put(key, found));
        return site;
    }
}
