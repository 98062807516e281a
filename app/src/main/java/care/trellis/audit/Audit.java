package care.trellis.audit;

import care.trellis.base.Ids;
import care.trellis.base.Permit;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record: one row in the transaction of the change or of the read. Where the row cannot be
 * written, the change does not happen. Rows carry ids, codes and counts, never a name or free text.
 */
@Service
public class Audit {

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records what the permit was used for, on one thing.
     *
     * @param objectType the table in the words of the schema, such as {@code attendance.event}
     * @param client the client concerned, where there is one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Permit permit, String objectType, UUID object, @Nullable UUID client) {
        write(permit, objectType, object, client, 1, null);
    }

    /**
     * The same, with a code or figure that a reviewer needs, such as a correction's reason code. No
     * personal data.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            Permit permit, String objectType, UUID object, @Nullable UUID client, String detail) {
        write(permit, objectType, object, client, 1, detail);
    }

    /**
     * Records that a list was opened or several things were written at once: one row with their
     * count.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordMany(Permit permit, String objectType, @Nullable UUID object, int count) {
        write(permit, objectType, object, null, count, null);
    }

    /**
     * One of many things that were done at once, each with a row of its own.
     *
     * @param client the client concerned
     * @param detail a code or figure that a reviewer needs; no personal data
     */
    public record Entry(UUID object, UUID client, String detail) {}

    /** Records each of these in one statement, such as what was disclosed in one file. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordEach(Permit permit, String objectType, List<Entry> entries) {
        jdbc.sql(
                        """
                        insert into audit.event (organization_id, id, at, account_id, action, purpose, client_id,
                            object_type, object_id, count, detail)
                        select :organization, e.id, :at, :account, :action, :purpose, e.client, :type, e.object, 1,
                               e.detail
                        from unnest(:ids::uuid[], :clients::uuid[], :objects::uuid[], :details::text[])
                             as e(id, client, object, detail)
                        """)
                .param("organization", permit.organization().value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", permit.actor().account())
                .param("action", permit.action().name())
                .param("purpose", permit.purpose().name())
                .param("type", objectType)
                .param("ids", entries.stream().map(entry -> Ids.next()).toArray(UUID[]::new))
                .param("clients", entries.stream().map(Entry::client).toArray(UUID[]::new))
                .param("objects", entries.stream().map(Entry::object).toArray(UUID[]::new))
                .param("details", entries.stream().map(Entry::detail).toArray(String[]::new))
                .update();
    }

    private void write(
            Permit permit,
            String objectType,
            @Nullable UUID object,
            @Nullable UUID client,
            int count,
            @Nullable String detail) {
        jdbc.sql(
                        """
                        insert into audit.event (organization_id, id, at, account_id, action, purpose, client_id,
                            object_type, object_id, count, detail)
                        values (:organization, :id, :at, :account, :action, :purpose, :client, :type, :object, :count,
                            :detail)
                        """)
                .param("organization", permit.organization().value())
                .param("id", Ids.next())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", permit.actor().account())
                .param("action", permit.action().name())
                .param("purpose", permit.purpose().name())
                .param("client", client)
                .param("type", objectType)
                .param("object", object)
                .param("count", count)
                .param("detail", detail)
                .update();
    }
}
