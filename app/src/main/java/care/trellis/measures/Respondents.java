package care.trellis.measures;

import care.trellis.access.Access;
import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import care.trellis.base.Token;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door for those who hold a code or a link and no account: the one place that decides what they
 * may do, which is to answer one sitting until it ends.
 */
@Service
public class Respondents {

    /** How long a tablet may lie about before its sitting needs a new code. */
    static final Duration TABLET_WAITS = Duration.ofMinutes(40);

    /** The permit of a holder, and what it is good for. */
    public record Holder(Permit permit, Sitting sitting) {}

    private final SittingRecords sittings;
    private final Handles handles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Respondents(
            SittingRecords sittings,
            Handles handles,
            TransactionTemplate transaction,
            Clock clock) {
        this.sittings = sittings;
        this.handles = handles;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Who holds this token; nothing where it is wrong, or its time is over. */
    public Optional<Holder> find(String token) {
        return Token.organization(token)
                .flatMap(organization ->
                        OrganizationContext.in(
                                organization,
                                () -> transaction.execute(status -> holder(organization, token))));
    }

    /** Takes six characters and gives the token that goes on; nothing where they are wrong. */
    public Optional<String> exchange(OrganizationId organization, String code) {
        return OrganizationContext.in(
                organization,
                () ->
                        transaction.execute(status -> {
                            var token = handles.newToken();
                            var now = clock.instant();
                            boolean taken =
                                    sittings.exchange(
                                            handles.codeHash(code),
                                            Token.hash(token),
                                            now,
                                            now.plus(TABLET_WAITS));
                            return taken ? Optional.of(token) : Optional.empty();
                        }));
    }

    private Optional<Holder> holder(OrganizationId organization, String token) {
        return sittings.byToken(Token.hash(token), clock.instant())
                .map(sitting ->
                        new Holder(
                                Access.holder(
                                        organization,
                                        sitting.id().value(),
                                        Giving.resource(sitting.client())),
                                sitting));
    }
}
