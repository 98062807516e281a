package care.trellis.measures;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Hashes;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what payers are shown, and of what it counts beside the scores. */
@Repository
class EvidenceRecords {

    /**
     * A stay of the period, and how it went.
     *
     * @param reason why it ended; null while it lasts, or where it ended after the period
     * @param secondWeek whether the client came in its second week
     * @param again whether the client was admitted again within thirty days of its end
     */
    record StayRow(
            LocalDate admittedOn,
            @Nullable LocalDate endedOn,
            @Nullable String reason,
            UUID site,
            boolean secondWeek,
            boolean again) {}

    /** Places in groups, and those that were kept. */
    record Kept(int scheduled, int kept) {}

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    EvidenceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The stays that began in these days, as they stood on the last. */
    List<StayRow> stays(LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select e.admitted_on, d.discharged_on, d.discharge_reason, c.site_id,
                               exists (select from attendance.public_mark m
                                 where m.organization_id = e.organization_id and m.client_id = e.client_id
                                   and m.status = 'PRESENT'
                                   and m.local_date between e.admitted_on + 7 and least(e.admitted_on + 13, :to)) as second_week,
                               exists (select from episodes.public_episode later
                                 where later.organization_id = e.organization_id and later.client_id = e.client_id
                                   and later.admitted_on > d.discharged_on
                                   and later.admitted_on <= least(d.discharged_on + 30, :to)) as again
                        from episodes.public_episode e
                        join clients.public_client c on c.organization_id = e.organization_id and c.id = e.client_id
                        left join episodes.public_discharge d
                          on d.organization_id = e.organization_id and d.episode_id = e.id and d.discharged_on <= :to
                        where e.organization_id = :organization and e.admitted_on between :from and :to
                        """)
                .param("organization", organization())
                .param("from", from)
                .param("to", to)
                .query((row, number) ->
                        new StayRow(
                                row.getObject("admitted_on", LocalDate.class),
                                row.getObject("discharged_on", LocalDate.class),
                                row.getString("discharge_reason"),
                                row.getObject("site_id", UUID.class),
                                row.getBoolean("second_week"),
                                row.getBoolean("again")))
                .list();
    }

    /** Places of these days at the reader's sites, and those that were kept. */
    Kept kept(Permit permit, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select count(*) as scheduled, count(*) filter (where m.status = 'PRESENT') as kept
                        from sessions.public_session s
                        join sessions.public_roster r on r.organization_id = s.organization_id and r.session_id = s.id
                        left join attendance.public_mark m
                          on m.organization_id = r.organization_id and m.session_id = r.session_id and m.client_id = r.client_id
                        where s.organization_id = :organization and s.local_date between :from and :to
                          and s.cancelled_at is null and (:everywhere or s.site_id = any(:sites))
                        """)
                .param("organization", organization())
                .param("from", from)
                .param("to", to)
                .param("everywhere", permit.actor().sites().isEmpty())
                .param("sites", permit.actor().sites().toArray(UUID[]::new))
                .query((row, number) -> new Kept(row.getInt("scheduled"), row.getInt("kept")))
                .single();
    }

    void insert(UUID id, Permit permit, Evidence.Content content, Instant now) {
        var written = written(content);
        jdbc.sql(
                        """
                        insert into measures.evidence (organization_id, id, from_date, to_date, sites, content, content_hash,
                            made_at, made_by)
                        values (:organization, :id, :from, :to, :sites, :content, :hash, :now, :by)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("from", LocalDate.parse(content.from()))
                .param("to", LocalDate.parse(content.to()))
                .param("sites", sites(permit))
                .param("content", written)
                .param("hash", hash(written))
                .param("now", now.atOffset(UTC))
                .param("by", permit.actor().name())
                .update();
    }

    /** Those about the reader's own sites, the newest first. */
    List<Evidence> all(Permit permit) {
        return jdbc.sql(
                        """
                        select id, content, content_hash, made_at, made_by from measures.evidence
                        where organization_id = :organization and sites = :sites
                        order by made_at desc, id
                        """)
                .param("organization", organization())
                .param("sites", sites(permit))
                .query((row, number) -> evidence(row))
                .list();
    }

    Optional<Evidence> find(Permit permit, UUID id) {
        return all(permit).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    String written(Evidence.Content content) {
        return json.writeValueAsString(content);
    }

    static String hash(String written) {
        return HexFormat.of().formatHex(Hashes.sha256(written.getBytes(StandardCharsets.UTF_8)));
    }

    private Evidence evidence(ResultSet row) throws SQLException {
        var written = row.getString("content");
        var hash = row.getString("content_hash");
        return new Evidence(
                row.getObject("id", UUID.class),
                json.readValue(written, Evidence.Content.class),
                hash,
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                hash.equals(hash(written)));
    }

    private static String sites(Permit permit) {
        return permit.actor().sites().stream()
                .map(UUID::toString)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
