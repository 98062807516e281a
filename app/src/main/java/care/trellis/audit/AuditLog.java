package care.trellis.audit;

import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to reading the record: who saw and changed what. Looking is recorded too. */
@Service
public class AuditLog {

    /**
     * What to look for; nothing given means anything.
     *
     * @param from the first instant
     * @param until the instant after the last
     */
    public record Search(
            Instant from,
            Instant until,
            @Nullable UUID account,
            @Nullable UUID client,
            @Nullable Action action) {}

    /**
     * One row of the record.
     *
     * @param sealed whether the chain binds it already; it does a second or two after the fact
     */
    public record Entry(
            Instant at,
            UUID account,
            String action,
            String purpose,
            @Nullable UUID client,
            String objectType,
            int count,
            @Nullable String detail,
            boolean sealed) {}

    /** Rows shown at most. */
    public static final int LIMIT = 200;

    private final JdbcClient jdbc;
    private final Audit audit;

    AuditLog(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The latest rows that fit, at most {@link #LIMIT}. */
    @Transactional
    public List<Entry> find(Permit permit, Search search) {
        permit.require(Action.AUDIT_VIEW);
        var found =
                jdbc.sql(
                                """
                                select e.at, e.account_id, e.action, e.purpose, e.client_id, e.object_type, e.count,
                                    e.detail, s.sequence is not null
                                from audit.event e
                                left join audit.seal s on s.organization_id = e.organization_id and s.event_id = e.id
                                where e.organization_id = :organization and e.at >= :from and e.at < :until
                                  and (cast(:account as uuid) is null or e.account_id = :account)
                                  and (cast(:client as uuid) is null or e.client_id = :client)
                                  and (cast(:action as text) is null or e.action = :action)
                                order by e.at desc, e.id desc
                                limit :limit
                                """)
                        .param("organization", OrganizationContext.current().value())
                        .param("from", search.from().atOffset(ZoneOffset.UTC))
                        .param("until", search.until().atOffset(ZoneOffset.UTC))
                        .param("account", search.account())
                        .param("client", search.client())
                        .param("action", search.action() == null ? null : search.action().name())
                        .param("limit", LIMIT)
                        .query((row, number) ->
                                new Entry(
                                        row.getObject(1, OffsetDateTime.class).toInstant(),
                                        row.getObject(2, UUID.class),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getObject(5, UUID.class),
                                        row.getString(6),
                                        row.getInt(7),
                                        row.getString(8),
                                        row.getBoolean(9)))
                        .list();
        audit.recordMany(permit, "audit.event", null, found.size());
        return found;
    }
}
