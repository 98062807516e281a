package care.trellis.access;

import care.trellis.base.Hashes;
import care.trellis.base.OrganizationId;
import care.trellis.base.Platform;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Sign-in sessions: rows in PostgreSQL, so that they survive a restart and end at once everywhere.
 * The browser holds 256 random bits; the table holds their hash. A session ends 15 minutes after
 * the person last did something and 12 hours after it began (45 CFR 164.312(a)(2)(iii); NIST SP
 * 800-63B-4).
 */
@Component
class SignInSessions {

    /** How far the person has come. */
    enum Strength {
        /** The password was right; the second factor is still asked. */
        PASSWORD,
        /** Every factor was shown. */
        FULL
    }

    /** A session that stands. */
    record Session(
            OrganizationId organization, UUID account, Strength strength, Instant activeAt) {}

    static final Duration IDLE = Duration.ofMinutes(15);
    static final Duration ABSOLUTE = Duration.ofHours(12);

    /**
     * The activity is written at most this often: a session ends at most so much early, never late.
     */
    private static final Duration TOUCH = Duration.ofSeconds(30);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Platform platform;
    private final Clock clock;

    SignInSessions(Platform platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /**
     * Opens a session and returns what the cookie carries. Each step of a sign-in opens a new one.
     */
    String open(OrganizationId organization, UUID account, Strength strength) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        platform.in(sql ->
                sql.sql(
                                """
                                insert into platform.session (token_hash, organization_id, account_id, strength, created_at,
                                    active_at)
                                values (:hash, :organization, :account, :strength, :now, :now)
                                """)
                        .param("hash", hash(token))
                        .param("organization", organization.value())
                        .param("account", account)
                        .param("strength", strength.name())
                        .param("now", now)
                        .update());
        return token;
    }

    /**
     * The session behind a cookie, where it still stands.
     *
     * @param active whether a person did something; an open page that listens for news does not
     *     count
     */
    Optional<Session> find(String token, boolean active) {
        return find(token, active, session -> session);
    }

    /**
     * The same, read together with what the session leads to.
     *
     * @param next asked inside the organization of the session, in the same transaction
     */
    <T> Optional<T> find(String token, boolean active, Function<Session, T> next) {
        var now = clock.instant();
        byte[] hash = hash(token);
        return platform.in(sql -> {
            var found =
                    sql.sql(
                                    """
                                    select organization_id, account_id, strength, active_at
                                    from platform.session
                                    where token_hash = :hash and active_at > :idle and created_at > :absolute
                                    """)
                            .param("hash", hash)
                            .param("idle", now.minus(IDLE).atOffset(ZoneOffset.UTC))
                            .param("absolute", now.minus(ABSOLUTE).atOffset(ZoneOffset.UTC))
                            .query((row, number) ->
                                    new Session(
                                            new OrganizationId(row.getObject(1, UUID.class)),
                                            row.getObject(2, UUID.class),
                                            Strength.valueOf(row.getString(3)),
                                            row.getTimestamp(4).toInstant()))
                            .optional();
            if (active && found.isPresent() && found.get().activeAt().isBefore(now.minus(TOUCH))) {
                sql.sql("update platform.session set active_at = :now where token_hash = :hash")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("hash", hash)
                        .update();
            }
            return found.map(
                    session -> platform.within(session.organization(), () -> next.apply(session)));
        });
    }

    /**
     * A session as its owner sees it.
     *
     * @param handle names it without opening it: the hash of what the cookie carries
     */
    record Mine(String handle, Instant since, Instant activeAt) {}

    /** The sessions of an account that stand, the latest first. */
    List<Mine> mine(OrganizationId organization, UUID account) {
        var now = clock.instant();
        return platform.in(sql ->
                sql.sql(
                                """
                                select token_hash, created_at, active_at from platform.session
                                where organization_id = :organization and account_id = :account
                                  and strength = 'FULL' and active_at > :idle and created_at > :absolute
                                order by active_at desc
                                """)
                        .param("organization", organization.value())
                        .param("account", account)
                        .param("idle", now.minus(IDLE).atOffset(ZoneOffset.UTC))
                        .param("absolute", now.minus(ABSOLUTE).atOffset(ZoneOffset.UTC))
                        .query((row, number) ->
                                new Mine(
                                        HexFormat.of().formatHex(row.getBytes(1)),
                                        row.getTimestamp(2).toInstant(),
                                        row.getTimestamp(3).toInstant()))
                        .list());
    }

    /** The handle of the session behind a token. */
    static String handle(String token) {
        return HexFormat.of().formatHex(hash(token));
    }

    /** Ends one session of this account, named by its handle; a stranger's stays. */
    void endMine(OrganizationId organization, UUID account, String handle) {
        if (!handle.matches("[0-9a-f]{64}")) {
            return;
        }
        platform.in(sql ->
                sql.sql(
                                """
                                delete from platform.session
                                where token_hash = :hash and organization_id = :organization and account_id = :account
                                """)
                        .param("hash", HexFormat.of().parseHex(handle))
                        .param("organization", organization.value())
                        .param("account", account)
                        .update());
    }

    /** Ends one session: sign-out. */
    void end(String token) {
        byte[] hash = hash(token);
        platform.in(sql ->
                sql.sql("delete from platform.session where token_hash = :hash")
                        .param("hash", hash)
                        .update());
    }

    /**
     * Ends every session of an account, in the running transaction where there is one: lock, new
     * role, new password.
     */
    void endAll(OrganizationId organization, UUID account) {
        platform.in(sql ->
                sql.sql(
                                "delete from platform.session where organization_id = :organization and account_id = :account")
                        .param("organization", organization.value())
                        .param("account", account)
                        .update());
    }

    private static byte[] hash(String token) {
        return Hashes.sha256(token);
    }
}
