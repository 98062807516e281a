package care.trellis.exchange;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of files that came. */
@Component
class ArrivalRecords {

    private static final String ROWS =
            """
            select a.id, a.name, a.source, a.at, a.state, a.kinds, a.words, length(c.content) as bytes
            from exchange.arrival a
            join exchange.content c on c.organization_id = a.organization_id and c.sha256 = a.sha256
            where a.organization_id = :organization
            """;

    private final JdbcClient jdbc;

    ArrivalRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the same bytes came before; nothing when they are new. */
    Optional<Arrival> keep(
            ArrivalId id,
            byte[] sha256,
            byte[] content,
            String name,
            Arrival.Source source,
            Instant at,
            UUID account) {
        jdbc.sql(
                        """
                        insert into exchange.content (organization_id, sha256, content)
                        values (:organization, :sha256, :content)
                        on conflict (organization_id, sha256) do nothing
                        """)
                .param("organization", organization())
                .param("sha256", sha256)
                .param("content", content)
                .update();
        var before =
                jdbc.sql(ROWS + "and a.sha256 = :sha256 order by a.at limit 1")
                        .param("organization", organization())
                        .param("sha256", sha256)
                        .query(ArrivalRecords::arrival)
                        .optional();
        jdbc.sql(
                        """
                        insert into exchange.arrival (organization_id, id, sha256, name, source, at, state, kinds, words,
                            account_id)
                        values (:organization, :id, :sha256, :name, :source, :at, 'CAME', '{}', '{}', :account)
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("sha256", sha256)
                .param("name", name)
                .param("source", source.name())
                .param("at", at.atOffset(UTC))
                .param("account", account)
                .update();
        return before;
    }

    void settle(ArrivalId id, Arrival.State state, Collection<String> kinds, List<String> words) {
        jdbc.sql(
                        """
                        update exchange.arrival set state = :state, kinds = :kinds, words = :words
                        where organization_id = :organization and id = :id and state in ('CAME', 'QUARANTINED', 'REPEATS')
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("state", state.name())
                .param("kinds", kinds.toArray(String[]::new))
                .param("words", words.toArray(String[]::new))
                .update();
    }

    /** False when it does not wait any more. */
    boolean setAside(ArrivalId id, String reason, UUID account) {
        return jdbc.sql(
                                """
                                update exchange.arrival
                                   set state = 'SET_ASIDE', set_aside_by = :account, set_aside_reason = :reason
                                 where organization_id = :organization and id = :id and state in ('QUARANTINED', 'REPEATS')
                                """)
                        .param("organization", organization())
                        .param("id", id.value())
                        .param("account", account)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** Files that wait for a person, the oldest first. */
    List<Arrival> waiting() {
        return jdbc.sql(ROWS + "and a.state in ('CAME', 'QUARANTINED', 'REPEATS') order by a.at")
                .param("organization", organization())
                .query(ArrivalRecords::arrival)
                .list();
    }

    /** The newest files. */
    List<Arrival> newest(int most) {
        return jdbc.sql(ROWS + "order by a.at desc limit :most")
                .param("organization", organization())
                .param("most", most)
                .query(ArrivalRecords::arrival)
                .list();
    }

    Optional<Arrival> find(ArrivalId id) {
        return jdbc.sql(ROWS + "and a.id = :id")
                .param("organization", organization())
                .param("id", id.value())
                .query(ArrivalRecords::arrival)
                .optional();
    }

    Optional<byte[]> content(ArrivalId id) {
        return jdbc.sql(
                        """
                        select c.content
                        from exchange.arrival a
                        join exchange.content c on c.organization_id = a.organization_id and c.sha256 = a.sha256
                        where a.organization_id = :organization and a.id = :id
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .query(byte[].class)
                .optional();
    }

    private static Arrival arrival(ResultSet row, int number) throws SQLException {
        return new Arrival(
                new ArrivalId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Arrival.Source.valueOf(row.getString("source")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Arrival.State.valueOf(row.getString("state")),
                List.of((String[]) row.getArray("kinds").getArray()),
                List.of((String[]) row.getArray("words").getArray()),
                row.getInt("bytes"));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
