package care.trellis.access;

import care.trellis.base.OrganizationContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL for what a person signs in with. */
@Component
class CredentialRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    CredentialRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Standing> standing(UUID account) {
        var organization = OrganizationContext.current();
        return jdbc.sql(
                        """
                        select email, display_name, password_hash, totp_secret, totp_confirmed_at is not null,
                            coalesce(totp_last_step, 0), locked_at is not null
                        from access.account
                        where organization_id = :organization and id = :account
                        """)
                .param("organization", organization.value())
                .param("account", account)
                .query((row, number) ->
                        new Standing(
                                organization,
                                account,
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBytes(4),
                                row.getBoolean(5),
                                row.getLong(6),
                                row.getBoolean(7)))
                .optional();
    }

    void setPassword(UUID account, @Nullable String hash) {
        jdbc.sql(
                        """
                        update access.account set password_hash = :hash, failed_attempts = 0
                        where organization_id = :organization and id = :account
                        """)
                .param("organization", organization())
                .param("account", account)
                .param("hash", hash)
                .update();
    }

    /** One more wrong attempt; true when it was the one that locks the account. */
    boolean countFailure(UUID account, int allowed) {
        return jdbc.sql(
                        """
                        update access.account
                        set failed_attempts = failed_attempts + 1,
                            locked_at = case when failed_attempts + 1 >= :allowed then coalesce(locked_at, :now)
                                             else locked_at end
                        where organization_id = :organization and id = :account
                        returning failed_attempts = :allowed
                        """)
                .param("organization", organization())
                .param("account", account)
                .param("allowed", allowed)
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    void forgetFailures(UUID account) {
        jdbc.sql(
                        """
                        update access.account set failed_attempts = 0
                        where organization_id = :organization and id = :account and failed_attempts > 0
                        """)
                .param("organization", organization())
                .param("account", account)
                .update();
    }

    void setSecret(UUID account, byte @Nullable [] sealed) {
        jdbc.sql(
                        """
                        update access.account
                        set totp_secret = :sealed, totp_confirmed_at = null, totp_last_step = null
                        where organization_id = :organization and id = :account
                        """)
                .param("organization", organization())
                .param("account", account)
                .param("sealed", sealed)
                .update();
    }

    void confirmSecret(UUID account) {
        jdbc.sql(
                        """
                        update access.account set totp_confirmed_at = :now
                        where organization_id = :organization and id = :account
                        """)
                .param("organization", organization())
                .param("account", account)
                .param("now", now())
                .update();
    }

    /**
     * False where a code of this step or a later one was used already, also by a request beside.
     */
    boolean useStep(UUID account, long step) {
        return jdbc.sql(
                                """
                                update access.account set totp_last_step = :step
                                where organization_id = :organization and id = :account
                                  and coalesce(totp_last_step, 0) < :step
                                """)
                        .param("organization", organization())
                        .param("account", account)
                        .param("step", step)
                        .update()
                == 1;
    }

    void replaceRecoveryCodes(UUID account, List<byte[]> hashes) {
        jdbc.sql(
                        """
                        delete from access.recovery_code
                        where organization_id = :organization and account_id = :account
                        """)
                .param("organization", organization())
                .param("account", account)
                .update();
        for (byte[] hash : hashes) {
            jdbc.sql(
                            """
                            insert into access.recovery_code (organization_id, account_id, code_hash)
                            values (:organization, :account, :hash)
                            """)
                    .param("organization", organization())
                    .param("account", account)
                    .param("hash", hash)
                    .update();
        }
    }

    boolean useRecoveryCode(UUID account, byte[] hash) {
        return jdbc.sql(
                                """
                                update access.recovery_code set used_at = :now
                                where organization_id = :organization and account_id = :account
                                  and code_hash = :hash and used_at is null
                                """)
                        .param("organization", organization())
                        .param("account", account)
                        .param("hash", hash)
                        .param("now", now())
                        .update()
                == 1;
    }

    int recoveryCodesLeft(UUID account) {
        return jdbc.sql(
                        """
                        select count(*) from access.recovery_code
                        where organization_id = :organization and account_id = :account and used_at is null
                        """)
                .param("organization", organization())
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
