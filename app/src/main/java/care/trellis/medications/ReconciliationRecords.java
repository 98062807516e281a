package care.trellis.medications;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Actor;
import care.trellis.base.Hashes;
import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import care.trellis.clients.ClientId;
import care.trellis.web.When;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of signed comparisons, and of the stays that ask for one. */
@Repository
class ReconciliationRecords {

    /**
     * A stay and what was compared in it.
     *
     * @param steppedOn the last change of level after admission; null where there was none
     * @param comparedOn the last comparison; null where there was none
     */
    record Stay(
            UUID episode,
            LocalDate admittedOn,
            @Nullable LocalDate steppedOn,
            @Nullable LocalDate dischargedOn,
            @Nullable LocalDate comparedOn,
            boolean comparedForDischarge) {}

    /** A stay, and whose. */
    record StayRow(Stay stay, UUID client, String name, UUID site, ZoneId zone) {}

    /** One that a prescriber has yet to look through. */
    record Waits(UUID client, String name, UUID site, LocalDate signedOn, String by, int unknown) {}

    private static final String STAY =
            """
            e.id, e.admitted_on, e.discharged_on,
            (select max(p.from_date) from episodes.public_placement p
              where p.organization_id = e.organization_id and p.episode_id = e.id
                and p.from_date > e.admitted_on) as stepped_on,
            (select max(r.signed_on) from medications.reconciliation r
              where r.organization_id = e.organization_id and r.episode_id = e.id) as compared_on,
            exists (select from medications.reconciliation r
              where r.organization_id = e.organization_id and r.episode_id = e.id
                and r.moment = 'DISCHARGE') as for_discharge
            from episodes.public_episode e
            """;

    private final JdbcClient jdbc;
    private final Seal seal;
    private final JsonMapper json = JsonMapper.builder().build();

    ReconciliationRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "medications");
    }

    /** The stays that are open, or ended on that day or later. */
    List<StayRow> stays(LocalDate since) {
        return jdbc.sql(
                        """
                        select e.client_id, c.given_name || ' ' || c.family_name as name, c.site_id, s.time_zone, %s
                        join clients.public_client c on c.organization_id = e.organization_id and c.id = e.client_id
                        join organizations.public_site s on s.organization_id = c.organization_id and s.id = c.site_id
                        where e.organization_id = :organization and (e.discharged_on is null or e.discharged_on >= :since)
                        """
                                .formatted(STAY))
                .param("organization", organization())
                .param("since", since)
                .query((row, number) ->
                        new StayRow(
                                stay(row),
                                row.getObject("client_id", UUID.class),
                                row.getString("name"),
                                row.getObject("site_id", UUID.class),
                                ZoneId.of(row.getString("time_zone"))))
                .list();
    }

    /** The stays of one client, the newest first. */
    List<Stay> stays(ClientId client) {
        return jdbc.sql(
                        """
                        select %s
                        where e.organization_id = :organization and e.client_id = :client
                        order by e.admitted_on desc
                        """
                                .formatted(STAY))
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> stay(row))
                .list();
    }

    void insert(
            ReconciliationId id,
            ClientId client,
            UUID episode,
            Reconciliation.Moment moment,
            LocalDate on,
            Reconciliation.Content content,
            Instant at,
            Actor actor,
            String printed,
            boolean prescriber) {
        var written = json.writeValueAsString(content);
        jdbc.sql(
                        """
                        insert into medications.reconciliation (organization_id, id, client_id, episode_id, moment, signed_on,
                            unresolved, touched, content, content_hash, signed_at, signed_by, printed_name, prescriber)
                        values (:organization, :id, :client, :episode, :moment, :on,
                            :unresolved, :touched, :content, :hash, :at, :account, :printed, :prescriber)
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("client", client.value())
                .param("episode", episode)
                .param("moment", moment.name())
                .param("on", on)
                .param("unresolved", count(content, Reconciliation.Decision.UNKNOWN))
                .param(
                        "touched",
                        count(content, Reconciliation.Decision.CHANGED)
                                + count(content, Reconciliation.Decision.STOPPED))
                .param("content", seal.closeText(written, organization(), id.value()))
                .param("hash", Hashes.sha256(written))
                .param("at", at.atOffset(UTC))
                .param("account", actor.account())
                .param("printed", printed)
                .param("prescriber", prescriber)
                .update();
    }

    /** A client's, the newest first. */
    List<Reconciliation> of(ClientId client, ZoneId zone) {
        return jdbc.sql(
                        """
                        select r.id, r.moment, r.signed_on, r.content, r.content_hash, r.signed_at, r.printed_name, r.prescriber,
                               l.printed_name as looked_by, l.at as looked_at
                        from medications.reconciliation r
                        left join medications.look l
                          on l.organization_id = r.organization_id and l.reconciliation_id = r.id
                        where r.organization_id = :organization and r.client_id = :client
                        order by r.signed_at desc, r.id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> reconciliation(row, zone))
                .list();
    }

    /** Signed by others than prescribers, with lines that are not simply continued. */
    List<Waits> waiting() {
        return jdbc.sql(
                        """
                        select r.client_id, c.given_name || ' ' || c.family_name as name, c.site_id, r.signed_on, r.printed_name,
                               r.unresolved
                        from medications.reconciliation r
                        join clients.public_client c on c.organization_id = r.organization_id and c.id = r.client_id
                        left join medications.look l
                          on l.organization_id = r.organization_id and l.reconciliation_id = r.id
                        where r.organization_id = :organization and not r.prescriber and r.unresolved + r.touched > 0
                          and l.reconciliation_id is null
                        order by r.signed_on
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new Waits(
                                row.getObject("client_id", UUID.class),
                                row.getString("name"),
                                row.getObject("site_id", UUID.class),
                                row.getObject("signed_on", LocalDate.class),
                                row.getString("printed_name"),
                                row.getInt("unresolved")))
                .list();
    }

    boolean look(ReconciliationId id, Actor actor, String printed, Instant at) {
        return jdbc.sql(
                                """
                                insert into medications.look (organization_id, reconciliation_id, account_id, printed_name, at)
                                values (:organization, :id, :account, :printed, :at)
                                on conflict do nothing
                                """)
                        .param("organization", organization())
                        .param("id", id.value())
                        .param("account", actor.account())
                        .param("printed", printed)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    private Reconciliation reconciliation(ResultSet row, ZoneId zone) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var written = seal.openText(row.getBytes("content"), organization(), id);
        var hash = row.getBytes("content_hash");
        var looked = row.getString("looked_by");
        return new Reconciliation(
                new ReconciliationId(id),
                Reconciliation.Moment.valueOf(row.getString("moment")),
                row.getObject("signed_on", LocalDate.class),
                json.readValue(written, Reconciliation.Content.class),
                MedicationRecords.instant(row, "signed_at"),
                row.getString("printed_name"),
                row.getBoolean("prescriber"),
                looked == null
                        ? ""
                        : looked
                                + ", "
                                + When.time(MedicationRecords.instant(row, "looked_at"), zone),
                HexFormat.of().formatHex(hash),
                Arrays.equals(hash, Hashes.sha256(written)));
    }

    private static int count(Reconciliation.Content content, Reconciliation.Decision decision) {
        return (int) content.lines().stream().filter(line -> line.decision() == decision).count();
    }

    private static Stay stay(ResultSet row) throws SQLException {
        return new Stay(
                row.getObject("id", UUID.class),
                row.getObject("admitted_on", LocalDate.class),
                row.getObject("stepped_on", LocalDate.class),
                row.getObject("discharged_on", LocalDate.class),
                row.getObject("compared_on", LocalDate.class),
                row.getBoolean("for_discharge"));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
