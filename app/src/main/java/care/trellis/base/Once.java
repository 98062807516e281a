package care.trellis.base;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Twice pressed is once done. A form carries a key; the first request with it inserts a row in the
 * transaction of its effect, a second one waits for the first and then finds the row. What is made
 * is best given the key as its id.
 */
@Component
public class Once {

    /** The same key came with other content: an error of the caller, and nothing was done. */
    public static final class KeyReused extends RuntimeException {
        KeyReused() {
            super("This form was already sent with other content. Open the page again.");
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Once(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whether this is the first request with the key. The caller does its work only then; otherwise
     * it shows what stands.
     *
     * @param content all that makes the request what it is, in any fixed order; only its hash is
     *     kept
     * @throws KeyReused when the key came before with other content
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean first(Permit permit, UUID key, String content) {
        byte[] hash = Hashes.sha256(content);
        int inserted =
                jdbc.sql(
                                """
                                insert into base.request (organization_id, account_id, key, content_hash, at)
                                values (:organization, :account, :key, :hash, :at)
                                on conflict (organization_id, account_id, key) do nothing
                                """)
                        .param("organization", permit.organization().value())
                        .param("account", permit.actor().account())
                        .param("key", key)
                        .param("hash", hash)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        if (inserted == 1) {
            return true;
        }
        byte[] before =
                jdbc.sql(
                                """
                                select content_hash from base.request
                                where organization_id = :organization and account_id = :account and key = :key
                                """)
                        .param("organization", permit.organization().value())
                        .param("account", permit.actor().account())
                        .param("key", key)
                        .query((row, number) -> row.getBytes(1))
                        .single();
        if (!Arrays.equals(before, hash)) {
            throw new KeyReused();
        }
        return false;
    }
}
