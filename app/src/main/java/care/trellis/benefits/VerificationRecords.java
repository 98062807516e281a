package care.trellis.benefits;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Actor;
import care.trellis.base.Keys;
import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import care.trellis.benefits.Findings.Answer;
import care.trellis.benefits.Findings.Counter;
import care.trellis.benefits.Findings.Limit;
import care.trellis.benefits.Findings.Network;
import care.trellis.benefits.Findings.State;
import care.trellis.clients.ClientId;
import care.trellis.clients.CoverageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of checks. */
@Repository
class VerificationRecords {

    private final JdbcClient jdbc;
    private final Seal seal;

    VerificationRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "benefits");
    }

    void insert(
            VerificationId id,
            ClientId client,
            CoverageId coverage,
            Verification.Source source,
            Findings findings,
            Actor actor,
            Instant now) {
        var limit = findings.limit();
        jdbc.sql(
                        """
                        insert into benefits.verification (organization_id, id, client_id, coverage_id, way, at,
                            account_id, account_name, spoke_with, reference, state, network, plan, limit_unit,
                            limit_total, limit_used, deductible_applies, deductible_cents, deductible_met_cents,
                            maximum_cents, maximum_met_cents, copay_cents, coinsurance_percent, needs_authorization,
                            carve_out, carve_out_contact, allowed_cents, words)
                        values (:organization, :id, :client, :coverage, :way, :at, :account, :name, :spoke, :reference,
                            :state, :network, :plan, :unit, :total, :used, :applies, :deductible, :deductibleMet,
                            :maximum, :maximumMet, :copay, :coinsurance, :authorization, :carveOut, :contact, :allowed,
                            :words)
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("client", client.value())
                .param("coverage", coverage.value())
                .param("way", source.way().name())
                .param("at", now.atOffset(UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .param("spoke", text(source.spokeWith()))
                .param("reference", text(source.reference()))
                .param("state", findings.state().name())
                .param("network", findings.network().name())
                .param("plan", text(findings.plan()))
                .param("unit", limit == null ? null : limit.unit().name())
                .param("total", limit == null ? null : limit.total())
                .param("used", limit == null ? null : limit.used())
                .param("applies", findings.deductibleApplies())
                .param("deductible", cents(findings.deductible().total()))
                .param("deductibleMet", cents(findings.deductible().met()))
                .param("maximum", cents(findings.maximum().total()))
                .param("maximumMet", cents(findings.maximum().met()))
                .param("copay", cents(findings.copay()))
                .param("coinsurance", findings.coinsurance())
                .param("authorization", findings.authorization().name())
                .param("carveOut", text(findings.carveOut()))
                .param("contact", text(findings.carveOutContact()))
                .param("allowed", cents(findings.allowed()))
                .param("words", seal.closeText(findings.words(), organization(), id.value()))
                .update();
    }

    /** Every check of a client, the newest first. */
    List<Verification> of(ClientId client) {
        return jdbc.sql(
                        """
                        select id, coverage_id, way, at, account_name, spoke_with, reference, state, network, plan,
                               limit_unit, limit_total, limit_used, deductible_applies, deductible_cents,
                               deductible_met_cents, maximum_cents, maximum_met_cents, copay_cents,
                               coinsurance_percent, needs_authorization, carve_out, carve_out_contact, allowed_cents,
                               words
                        from benefits.verification
                        where organization_id = :organization and client_id = :client
                        order by at desc, id desc
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> verification(row))
                .list();
    }

    /** The coverage of a client changed. */
    void changed(ClientId client, Instant now) {
        jdbc.sql(
                        """
                        insert into benefits.turn (organization_id, client_id, at) values (:organization, :client, :at)
                        on conflict (organization_id, client_id) do update set at = excluded.at
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("at", now.atOffset(UTC))
                .update();
    }

    /** When the coverage of a client last changed; null when it never did. */
    @Nullable Instant changedAt(ClientId client) {
        return jdbc.sql(
                        "select at from benefits.turn where organization_id = :organization and client_id = :client")
                .param("organization", organization())
                .param("client", client.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    private Verification verification(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var unit = row.getString("limit_unit");
        return new Verification(
                new VerificationId(id),
                new CoverageId(row.getObject("coverage_id", UUID.class)),
                new Verification.Source(
                        Verification.Way.valueOf(row.getString("way")),
                        words(row, "spoke_with"),
                        words(row, "reference")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("account_name"),
                new Findings(
                        State.valueOf(row.getString("state")),
                        Network.valueOf(row.getString("network")),
                        words(row, "plan"),
                        unit == null
                                ? null
                                : new Limit(
                                        Limit.Unit.valueOf(unit),
                                        row.getInt("limit_total"),
                                        row.getObject("limit_used", Integer.class)),
                        new Counter(
                                money(row, "deductible_cents"), money(row, "deductible_met_cents")),
                        row.getBoolean("deductible_applies"),
                        new Counter(money(row, "maximum_cents"), money(row, "maximum_met_cents")),
                        money(row, "copay_cents"),
                        row.getObject("coinsurance_percent", Integer.class),
                        Answer.valueOf(row.getString("needs_authorization")),
                        words(row, "carve_out"),
                        words(row, "carve_out_contact"),
                        money(row, "allowed_cents"),
                        seal.openText(row.getBytes("words"), organization(), id)));
    }

    private static String words(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        var cents = row.getObject(column, Long.class);
        return cents == null ? null : new Money(cents);
    }

    private static @Nullable Long cents(@Nullable Money amount) {
        return amount == null ? null : amount.cents();
    }

    private static @Nullable String text(String words) {
        return words.isBlank() ? null : words.strip();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
