package care.trellis.sessions;

import care.trellis.base.Permit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of dates that a rule alone would not say. */
@Component
class ExceptionRecords {

    /** The exceptions of every block. */
    record Exceptions(Map<UUID, Set<LocalDate>> without, Map<UUID, Set<LocalDate>> extra) {

        Repetition of(UUID block, Recurrence rule, LocalDate from, @Nullable LocalDate to) {
            return new Repetition(
                    rule,
                    from,
                    to,
                    without.getOrDefault(block, Set.of()),
                    extra.getOrDefault(block, Set.of()));
        }
    }

    private final JdbcClient jdbc;

    ExceptionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Exceptions all(Permit permit) {
        var without = new HashMap<UUID, Set<LocalDate>>();
        var extra = new HashMap<UUID, Set<LocalDate>>();
        jdbc.sql(
                        """
                        select pattern_id, local_date, kind from sessions.exception
                        where organization_id = :organization
                        """)
                .param("organization", permit.organization().value())
                .query(row -> {
                    (row.getString(3).equals("EXDATE") ? without : extra)
                            .computeIfAbsent(row.getObject(1, UUID.class), first -> new HashSet<>())
                            .add(row.getObject(2, LocalDate.class));
                });
        return new Exceptions(without, extra);
    }

    /** Leaves a date out, or adds one; what was said of that date before gives way. */
    void put(Permit permit, UUID block, LocalDate date, boolean added) {
        jdbc.sql(
                        """
                        insert into sessions.exception (organization_id, pattern_id, local_date, kind)
                        values (:organization, :block, :date, :kind)
                        on conflict (organization_id, pattern_id, local_date) do update set kind = excluded.kind
                        """)
                .param("organization", permit.organization().value())
                .param("block", block)
                .param("date", date)
                .param("kind", added ? "RDATE" : "EXDATE")
                .update();
    }

    /** The rule alone says again whether the date is one. */
    void remove(Permit permit, UUID block, LocalDate date) {
        jdbc.sql(
                        """
                        delete from sessions.exception
                        where organization_id = :organization and pattern_id = :block and local_date = :date
                        """)
                .param("organization", permit.organization().value())
                .param("block", block)
                .param("date", date)
                .update();
    }

    /** What is said of dates from a day on holds for another block as well. */
    void copy(Permit permit, UUID from, UUID to, LocalDate since) {
        jdbc.sql(
                        """
                        insert into sessions.exception (organization_id, pattern_id, local_date, kind)
                        select organization_id, :to, local_date, kind from sessions.exception
                        where organization_id = :organization and pattern_id = :from and local_date >= :since
                        on conflict (organization_id, pattern_id, local_date) do nothing
                        """)
                .param("organization", permit.organization().value())
                .param("from", from)
                .param("to", to)
                .param("since", since)
                .update();
    }
}
