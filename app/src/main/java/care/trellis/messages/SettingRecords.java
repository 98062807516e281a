package care.trellis.messages;

import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of how messages leave. Passwords are sealed. */
@Component
class SettingRecords {

    private final JdbcClient jdbc;
    private final Seal seal;

    SettingRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "message carriers");
    }

    MessageSetting find() {
        return jdbc.sql(
                        """
                        select sender, quiet_from, quiet_to, mail_on, mail_host, mail_port, mail_safety, mail_user,
                               mail_from, text_on, text_url, text_account, text_from
                        from messages.setting where organization_id = :organization
                        """)
                .param("organization", organization())
                .query(SettingRecords::setting)
                .optional()
                .orElse(MessageSetting.NONE);
    }

    /** Writes it; a password that is null stays as it is. */
    void save(MessageSetting setting, @Nullable String mailPassword, @Nullable String textSecret) {
        var mail = setting.mail();
        var text = setting.text();
        jdbc.sql(
                        """
                        insert into messages.setting (organization_id, sender, quiet_from, quiet_to, mail_on, mail_host,
                            mail_port, mail_safety, mail_user, mail_password, mail_from, text_on, text_url, text_account,
                            text_secret, text_from)
                        values (:organization, :sender, :from, :to, :mailOn, :host, :port, :safety, :user, :password,
                            :mailFrom, :textOn, :url, :account, :secret, :textFrom)
                        on conflict (organization_id) do update
                           set sender = excluded.sender, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                               mail_on = excluded.mail_on, mail_host = excluded.mail_host,
                               mail_port = excluded.mail_port, mail_safety = excluded.mail_safety,
                               mail_user = excluded.mail_user, mail_from = excluded.mail_from,
                               mail_password = coalesce(excluded.mail_password, messages.setting.mail_password),
                               text_on = excluded.text_on, text_url = excluded.text_url,
                               text_account = excluded.text_account, text_from = excluded.text_from,
                               text_secret = coalesce(excluded.text_secret, messages.setting.text_secret)
                        """)
                .param("organization", organization())
                .param("sender", setting.sender())
                .param("from", setting.quiet().from())
                .param("to", setting.quiet().to())
                .param("mailOn", setting.mailOn())
                .param("host", mail == null ? null : mail.host())
                .param("port", mail == null ? null : mail.port())
                .param("safety", mail == null ? null : mail.safety().name())
                .param("user", mail == null ? null : mail.user())
                .param("password", sealed(mailPassword))
                .param("mailFrom", mail == null ? null : mail.from())
                .param("textOn", setting.textOn())
                .param("url", text == null ? null : text.url())
                .param("account", text == null ? null : text.account())
                .param("secret", sealed(textSecret))
                .param("textFrom", text == null ? null : text.from())
                .update();
    }

    /** The password of the mail server; empty where none is on record. */
    String mailPassword() {
        return secret(
                "select mail_password from messages.setting where organization_id = :organization");
    }

    /** The secret of the carrier of texts; empty where none is on record. */
    String textSecret() {
        return secret(
                "select text_secret from messages.setting where organization_id = :organization");
    }

    private String secret(String sql) {
        return jdbc.sql(sql)
                .param("organization", organization())
                .query((row, number) -> java.util.Optional.ofNullable(row.getBytes(1)))
                .optional()
                .flatMap(found -> found)
                .map(sealed -> seal.openText(sealed, organization()))
                .orElse("");
    }

    private byte @Nullable [] sealed(@Nullable String secret) {
        return secret == null ? null : seal.closeText(secret, organization());
    }

    private static MessageSetting setting(ResultSet row, int number) throws SQLException {
        var host = row.getString("mail_host");
        var url = row.getString("text_url");
        return new MessageSetting(
                row.getString("sender"),
                new QuietHours(
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_to", LocalTime.class)),
                host == null
                        ? null
                        : new MailWay(
                                host,
                                row.getInt("mail_port"),
                                MailWay.Safety.valueOf(row.getString("mail_safety")),
                                row.getString("mail_user"),
                                row.getString("mail_from")),
                row.getBoolean("mail_on"),
                url == null
                        ? null
                        : new TextWay(
                                url, row.getString("text_account"), row.getString("text_from")),
                row.getBoolean("text_on"));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
