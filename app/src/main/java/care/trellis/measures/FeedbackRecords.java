package care.trellis.measures;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what clients wrote to the team; their words are sealed. */
@Repository
class FeedbackRecords {

    private final JdbcClient jdbc;
    private final Seal seal;

    FeedbackRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "measures-text");
    }

    void insert(Administration measure, String words, Instant at) {
        jdbc.sql(
                        """
                        insert into measures.feedback (organization_id, administration_id, client_id, words, given_at)
                        values (:organization, :id, :client, :words, :at)
                        """)
                .param("organization", organization())
                .param("id", measure.id().value())
                .param("client", measure.client().value())
                .param("words", seal.closeText(words, organization(), measure.id().value()))
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** What was written since then, the newest first. */
    List<Feedback> since(Instant from, int most) {
        return jdbc.sql(
                        """
                        select f.administration_id, f.client_id, f.words, f.given_at, f.read_at,
                               c.given_name || ' ' || left(c.family_name, 1) || '.' as name, c.site_id
                        from measures.feedback f
                        join clients.public_client c
                          on c.organization_id = f.organization_id and c.id = f.client_id
                        where f.organization_id = :organization and f.given_at >= :from
                        order by f.given_at desc
                        limit :most
                        """)
                .param("organization", organization())
                .param("from", from.atOffset(UTC))
                .param("most", most)
                .query((row, number) -> {
                    var id = row.getObject("administration_id", UUID.class);
                    return new Feedback(
                            new AdministrationId(id),
                            new ClientId(row.getObject("client_id", UUID.class)),
                            row.getString("name"),
                            row.getObject("site_id", UUID.class),
                            seal.openText(row.getBytes("words"), organization(), id),
                            row.getObject("given_at", OffsetDateTime.class).toInstant(),
                            row.getObject("read_at") != null);
                })
                .list();
    }

    void read(AdministrationId id, UUID account, Instant at) {
        jdbc.sql(
                        """
                        update measures.feedback set read_at = :at, read_by = :account
                        where organization_id = :organization and administration_id = :id and read_at is null
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("account", account)
                .param("at", at.atOffset(UTC))
                .update();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
