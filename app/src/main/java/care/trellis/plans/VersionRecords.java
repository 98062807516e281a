package care.trellis.plans;

import care.trellis.base.Hashes;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Vault;
import care.trellis.episodes.EpisodeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of signed versions and of who stands behind them. */
@Repository
class VersionRecords {

    private record SignatureRow(UUID version, SignedPlan.Signature signature) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    VersionRecords(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Under the client's lock, so that no number is given twice. */
    int nextNumber(EpisodeId episode) {
        return jdbc.sql(
                        """
                        select coalesce(max(number), 0) + 1 from plans.version
                        where organization_id = :organization and episode_id = :episode
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    void insert(
            VersionId version,
            EpisodeId episode,
            int number,
            LocalDate from,
            LocalDate reviewOn,
            String written,
            Instant now) {
        jdbc.sql(
                        """
                        insert into plans.version (organization_id, id, episode_id, number, from_date, review_on, content,
                            content_hash, signed_at)
                        values (:organization, :id, :episode, :number, :from, :review, :content, :hash, :now)
                        """)
                .param("organization", organization())
                .param("id", version.value())
                .param("episode", episode.value())
                .param("number", number)
                .param("from", from)
                .param("review", reviewOn)
                .param("content", vault.seal(version.value(), written))
                .param("hash", PlanContent.hash(written))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void sign(
            UUID id,
            VersionId version,
            SignedPlan.Signer signer,
            String name,
            UUID account,
            @Nullable String refusal,
            boolean certified,
            Instant now) {
        jdbc.sql(
                        """
                        insert into plans.signature (organization_id, id, version_id, signer, printed_name, account_id,
                            refusal, certified, content_hash, signed_at)
                        select :organization, :id, v.id, :signer, :name, :account, :refusal, :certified, v.content_hash,
                               :now
                        from plans.version v
                        where v.organization_id = :organization and v.id = :version
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("version", version.value())
                .param("signer", signer.name())
                .param("name", name)
                .param("account", account)
                .param("refusal", refusal)
                .param("certified", certified)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The versions of an episode, the newest first. */
    List<SignedPlan> of(EpisodeId episode) {
        var signatures = signatures(episode);
        return jdbc.sql(
                        """
                        select id, number, from_date, review_on, content, content_hash, signed_at from plans.version
                        where organization_id = :organization and episode_id = :episode
                        order by number desc
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .query((row, number) -> signed(row, signatures))
                .list();
    }

    private SignedPlan signed(ResultSet row, Map<UUID, List<SignedPlan.Signature>> signatures)
            throws SQLException {
        var id = row.getObject("id", UUID.class);
        var written = vault.open(id, row.getBytes("content"));
        var hash = row.getBytes("content_hash");
        return new SignedPlan(
                new VersionId(id),
                row.getInt("number"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("review_on", LocalDate.class),
                PlanContent.read(written).plan(),
                Arrays.equals(hash, Hashes.sha256(written)),
                HexFormat.of().formatHex(hash),
                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                signatures.getOrDefault(id, List.of()));
    }

    private Map<UUID, List<SignedPlan.Signature>> signatures(EpisodeId episode) {
        return jdbc
                .sql(
                        """
                        select s.version_id, s.signer, s.printed_name, s.refusal, s.certified, s.signed_at
                        from plans.version v
                        join plans.signature s on s.organization_id = v.organization_id and s.version_id = v.id
                        where v.organization_id = :organization and v.episode_id = :episode
                        order by s.signed_at, s.id
                        """)
                .param("organization", organization())
                .param("episode", episode.value())
                .query((row, number) ->
                        new SignatureRow(
                                row.getObject("version_id", UUID.class),
                                new SignedPlan.Signature(
                                        SignedPlan.Signer.valueOf(row.getString("signer")),
                                        row.getString("printed_name"),
                                        row.getString("refusal"),
                                        row.getBoolean("certified"),
                                        row.getObject("signed_at", OffsetDateTime.class)
                                                .toInstant())))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                SignatureRow::version,
                                Collectors.mapping(SignatureRow::signature, Collectors.toList())));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
