package care.trellis.measures;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of loaded wording. */
@Repository
class PackRecords {

    private final JdbcClient jdbc;

    PackRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Pack> inUse() {
        return jdbc.sql(
                        """
                        select id, instrument, version, content, attested_by, reference, loaded_at
                        from measures.pack
                        where organization_id = :organization and withdrawn_at is null
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new Pack(
                                row.getObject("id", UUID.class),
                                row.getString("instrument"),
                                row.getString("version"),
                                row.getString("content"),
                                row.getString("attested_by"),
                                row.getString("reference"),
                                row.getObject("loaded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void insert(Pack pack, UUID account) {
        jdbc.sql(
                        """
                        insert into measures.pack (organization_id, id, instrument, version, content, attested_by,
                            reference, account_id, loaded_at)
                        values (:organization, :id, :instrument, :version, :content, :attested, :reference, :account,
                            :at)
                        """)
                .param("organization", organization())
                .param("id", pack.id())
                .param("instrument", pack.instrument())
                .param("version", pack.version())
                .param("content", pack.content())
                .param("attested", pack.attestedBy())
                .param("reference", pack.reference())
                .param("account", account)
                .param("at", pack.loadedAt().atOffset(UTC))
                .update();
    }

    void withdraw(String instrument, String version, Instant at) {
        jdbc.sql(
                        """
                        update measures.pack set withdrawn_at = :at
                        where organization_id = :organization and instrument = :instrument and version = :version
                          and withdrawn_at is null
                        """)
                .param("organization", organization())
                .param("instrument", instrument)
                .param("version", version)
                .param("at", at.atOffset(UTC))
                .update();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
