package care.trellis.placement;

import care.trellis.base.OrganizationContext;
import care.trellis.base.Vault;
import care.trellis.clients.ClientId;
import care.trellis.engine.placement.Modality;
import care.trellis.engine.placement.Window;
import care.trellis.organizations.SiteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the waiting list and of what people need of a group. */
@Repository
class WaitingRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Vault vault;

    WaitingRecords(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Who waits at a site, the longest first; all of them, or one. */
    List<Waiting> waiting(SiteId site, @Nullable ClientId only) {
        return jdbc.sql(
                        """
                        select w.id, w.client_id, w.since, w.reasons, w.note, c.given_name, c.family_name,
                               p.languages, p.tags, p.musts, p.wishes, p.free, p.modalities, p.travel_minutes,
                               exists (select from episodes.public_episode e
                                        where e.organization_id = w.organization_id and e.client_id = w.client_id
                                          and e.discharged_on is null) as admitted
                        from placement.waiting w
                        join clients.public_client c on c.organization_id = w.organization_id and c.id = w.client_id
                        join placement.preference p on p.organization_id = w.organization_id and p.client_id = w.client_id
                        where w.organization_id = :organization and w.left_at is null and c.site_id = :site
                          and (cast(:only as uuid) is null or w.client_id = :only)
                        order by w.since, c.given_name, c.family_name
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .param("only", only == null ? null : only.value())
                .query((row, number) -> waiting(row))
                .list();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Waiting(
                id,
                new ClientId(row.getObject("client_id", UUID.class)),
                "%s %s."
                        .formatted(
                                row.getString("given_name"),
                                row.getString("family_name").substring(0, 1)),
                row.getObject("since", LocalDate.class),
                texts(row, "reasons").stream().map(WaitReason::valueOf).toList(),
                vault.open(id, row.getBytes("note")),
                row.getBoolean("admitted"),
                preference(row));
    }

    private static Preference preference(ResultSet row) throws SQLException {
        return new Preference(
                Set.copyOf(texts(row, "languages")),
                Set.copyOf(texts(row, "tags")),
                Set.copyOf(texts(row, "musts")),
                Set.copyOf(texts(row, "wishes")),
                List.of(JSON.readValue(row.getString("free"), Window[].class)),
                texts(row, "modalities").stream()
                        .map(Modality::valueOf)
                        .collect(Collectors.toSet()),
                row.getInt("travel_minutes"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    /** What is on record of these clients' needs; who has nothing on record is left out. */
    Map<ClientId, Preference> preferences() {
        var preferences = new HashMap<ClientId, Preference>();
        jdbc.sql(
                        """
                        select client_id, languages, tags, musts, wishes, free, modalities, travel_minutes
                        from placement.preference where organization_id = :organization
                        """)
                .param("organization", organization())
                .query((ResultSet row) -> {
                    preferences.put(
                            new ClientId(row.getObject("client_id", UUID.class)), preference(row));
                });
        return preferences;
    }

    void keep(ClientId client, Preference preference) {
        jdbc.sql(
                        """
                        insert into placement.preference (organization_id, client_id, languages, tags, musts, wishes, free,
                            modalities, travel_minutes)
                        values (:organization, :client, :languages, :tags, :musts, :wishes, cast(:free as jsonb),
                            :modalities, :travel)
                        on conflict (organization_id, client_id) do update
                           set languages = excluded.languages, tags = excluded.tags, musts = excluded.musts,
                               wishes = excluded.wishes, free = excluded.free, modalities = excluded.modalities,
                               travel_minutes = excluded.travel_minutes
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("languages", array(preference.languages()))
                .param("tags", array(preference.tags()))
                .param("musts", array(preference.musts()))
                .param("wishes", array(preference.wishes()))
                .param("free", JSON.writeValueAsString(preference.free()))
                .param("modalities", array(preference.modalities()))
                .param("travel", preference.travelMinutes())
                .update();
    }

    /** False where the client waits already. */
    boolean add(UUID id, ClientId client, LocalDate since, List<WaitReason> reasons, String note) {
        return jdbc.sql(
                                """
                                insert into placement.waiting (organization_id, id, client_id, since, reasons, note)
                                values (:organization, :id, :client, :since, :reasons, :note)
                                on conflict (organization_id, client_id) where left_at is null do nothing
                                """)
                        .param("organization", organization())
                        .param("id", id)
                        .param("client", client.value())
                        .param("since", since)
                        .param("reasons", array(reasons))
                        .param("note", vault.seal(id, note))
                        .update()
                == 1;
    }

    void change(UUID id, LocalDate since, List<WaitReason> reasons, String note) {
        jdbc.sql(
                        """
                        update placement.waiting set since = :since, reasons = :reasons, note = :note
                        where organization_id = :organization and id = :id and left_at is null
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("since", since)
                .param("reasons", array(reasons))
                .param("note", vault.seal(id, note))
                .update();
    }

    /** The row that ended; nothing where the client does not wait. */
    Optional<UUID> leave(ClientId client, LeaveReason reason, Instant now) {
        return jdbc.sql(
                        """
                        update placement.waiting set left_at = :now, left_reason = :reason
                        where organization_id = :organization and client_id = :client and left_at is null
                        returning id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("reason", reason.name())
                .query(UUID.class)
                .optional();
    }

    /** Puts one back who left; nothing happens where they wait again meanwhile. */
    void back(UUID id, ClientId client) {
        jdbc.sql(
                        """
                        update placement.waiting set left_at = null, left_reason = null
                        where organization_id = :organization and id = :id
                          and not exists (select from placement.waiting again
                              where again.organization_id = :organization and again.client_id = :client
                                and again.left_at is null)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("client", client.value())
                .update();
    }

    private static String[] array(Collection<?> words) {
        return words.stream().map(Object::toString).sorted().toArray(String[]::new);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
