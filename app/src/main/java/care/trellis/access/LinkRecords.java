package care.trellis.access;

import care.trellis.base.Hashes;
import care.trellis.base.OrganizationContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL for one-time links. Only the hash of what a link carries is kept. */
@Component
class LinkRecords {

    /** What a link is for. */
    enum Kind {
        INVITATION(Duration.ofDays(7)),
        PASSWORD_RESET(Duration.ofDays(1)),
        FACTOR_RESET(Duration.ofDays(1));

        private final Duration good;

        Kind(Duration good) {
            this.good = good;
        }
    }

    /** A link that can still be taken. */
    record Link(UUID account, Kind kind) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    LinkRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a link and voids the older ones of the account, whatever they were for. */
    void add(String token, AccountId account, Kind kind) {
        voidAll(account);
        jdbc.sql(
                        """
                        insert into access.invitation (organization_id, token_hash, account_id, kind, expires_at)
                        values (:organization, :hash, :account, :kind, :expires)
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("hash", hash(token))
                .param("account", account.value())
                .param("kind", kind.name())
                .param("expires", clock.instant().plus(kind.good).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Voids every link of the account that is still open. */
    void voidAll(AccountId account) {
        jdbc.sql(
                        """
                        update access.invitation set used_at = :now
                        where organization_id = :organization and account_id = :account and used_at is null
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("account", account.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Link> find(String token) {
        return jdbc.sql(
                        """
                        select account_id, kind from access.invitation
                        where organization_id = :organization and token_hash = :hash
                          and used_at is null and expires_at > :now
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("hash", hash(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Link(row.getObject(1, UUID.class), Kind.valueOf(row.getString(2))))
                .optional();
    }

    /** True for the one request that takes the link. */
    boolean use(String token) {
        return jdbc.sql(
                                """
                                update access.invitation set used_at = :now
                                where organization_id = :organization and token_hash = :hash
                                  and used_at is null and expires_at > :now
                                """)
                        .param("organization", OrganizationContext.current().value())
                        .param("hash", hash(token))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static byte[] hash(String token) {
        return Hashes.sha256(token);
    }
}
