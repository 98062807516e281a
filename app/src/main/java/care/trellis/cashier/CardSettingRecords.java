package care.trellis.cashier;

import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who takes cards. The key of our account there is sealed. */
@Repository
class CardSettingRecords {

    private final JdbcClient jdbc;
    private final Seal seal;

    CardSettingRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "card provider");
    }

    Optional<CardSetting> find() {
        return jdbc.sql(
                        "select url, active from cashier.card_setting where organization_id = :organization")
                .param("organization", organization())
                .query((row, number) ->
                        new CardSetting(row.getString("url"), row.getBoolean("active")))
                .optional();
    }

    /** The key of our account; empty where none is on record. */
    String secret() {
        return jdbc.sql(
                        "select secret from cashier.card_setting where organization_id = :organization")
                .param("organization", organization())
                .query(byte[].class)
                .optional()
                .map(sealed -> seal.openText(sealed, organization()))
                .orElse("");
    }

    /** Writes it; a key that is null stays as it is. */
    void save(CardSetting setting, @Nullable String secret) {
        jdbc.sql(
                        """
                        insert into cashier.card_setting (organization_id, active, url, secret)
                        values (:organization, :active, :url, :secret)
                        on conflict (organization_id) do update
                           set active = excluded.active, url = excluded.url, secret = excluded.secret
                        """)
                .param("organization", organization())
                .param("active", setting.active())
                .param("url", setting.url())
                .param("secret", seal.closeText(secret == null ? secret() : secret, organization()))
                .update();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
