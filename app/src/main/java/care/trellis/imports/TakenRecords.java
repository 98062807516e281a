package care.trellis.imports;

import care.trellis.base.Hashes;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what was taken, and what reading a file needs to know of the organization. */
@Repository
class TakenRecords {

    /** One thing under its source's id. */
    record Key(Kind kind, String sourceId) {}

    private final JdbcClient jdbc;

    TakenRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the source said of everything of this client when it was last taken, as hashes. */
    Map<Key, String> of(ClientId client) {
        var taken = new HashMap<Key, String>();
        jdbc.sql(
                        """
                        select kind, source_id, encode(content_hash, 'hex') from imports.taken
                        where organization_id = :organization and client_id = :client
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query(row -> {
                    taken.put(
                            new Key(Kind.valueOf(row.getString(1)), row.getString(2)),
                            row.getString(3));
                });
        return taken;
    }

    void keep(ClientId client, Key key, String hash) {
        jdbc.sql(
                        """
                        insert into imports.taken (organization_id, client_id, kind, source_id, content_hash)
                        values (:organization, :client, :kind, :source, decode(:hash, 'hex'))
                        on conflict (organization_id, client_id, kind, source_id)
                        do update set content_hash = excluded.content_hash
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("kind", key.kind().name())
                .param("source", key.sourceId())
                .param("hash", hash)
                .update();
    }

    CsvColumns.Contracts contracts() {
        var contracts = new HashMap<String, ContractId>();
        jdbc.sql(
                        """
                        select lower(name), id from payers.public_contract
                        where organization_id = :organization order by effective_from
                        """)
                .param("organization", organization())
                .query(row -> {
                    contracts.put(
                            row.getString(1).toLowerCase(Locale.ROOT),
                            new ContractId(row.getObject(2, UUID.class)));
                });
        return new CsvColumns.Contracts(contracts);
    }

    ZoneId zone(UUID site) {
        return ZoneId.of(
                jdbc.sql(
                                "select time_zone from organizations.public_site where organization_id = :organization and id = :site")
                        .param("organization", organization())
                        .param("site", site)
                        .query(String.class)
                        .single());
    }

    static String hash(Object content) {
        return java.util.HexFormat.of().formatHex(Hashes.sha256(String.valueOf(content)));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
