package care.trellis.sessions;

import care.trellis.access.Access;
import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.base.Token;
import care.trellis.clients.ClientId;
import care.trellis.organizations.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door to calendars that people subscribe to: one for each member of staff and each
 * client, behind an address that nobody can guess. What it says is neutral; that it was read is
 * recorded each time, because whoever holds the address learns when somebody comes.
 */
@Service
public class Feeds {

    /** Most reads of one calendar in an hour; calendars ask every quarter of an hour or less. */
    public static final int READS_AN_HOUR = 60;

    private static final int DAYS_BACK = 14;

    /** What came of a read. */
    public sealed interface Answer {

        /** The calendar, as RFC 5545 writes it. */
        record Found(String text) implements Answer {}

        /** It was read too often within the hour. */
        record TooOften() implements Answer {}

        /** The address opens nothing, or does no longer. */
        record Gone() implements Answer {}
    }

    private final FeedRecords records;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    Feeds(FeedRecords records, TransactionTemplate transaction, Audit audit, Clock clock) {
        this.records = records;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** The actor's own calendar; nothing before one was made, or for an account without staff. */
    @Transactional(readOnly = true)
    public Optional<Feed> own(Permit permit) {
        permit.require(Action.OWN_ACCOUNT);
        var staff = permit.actor().staff();
        return staff == null ? Optional.empty() : records.of(new StaffId(staff), null);
    }

    /**
     * Makes the actor's own calendar; an earlier address opens nothing more.
     *
     * @return the secret of its address, told this once
     * @throws NotFound for an account without a member of staff
     */
    @Transactional
    public String makeOwn(Permit permit) {
        permit.require(Action.OWN_ACCOUNT);
        var staff = permit.actor().staff();
        if (staff == null) {
            throw new NotFound();
        }
        return make(permit, new StaffId(staff), null);
    }

    /** Closes the actor's own calendar. */
    @Transactional
    public void revokeOwn(Permit permit) {
        own(permit).ifPresent(feed -> revoke(permit, feed, null));
    }

    /** A client's calendar; nothing before one was made. */
    @Transactional(readOnly = true)
    public Optional<Feed> of(Permit permit, ClientId client) {
        permit.require(Action.CLIENT_EDIT, resource(client));
        return records.of(null, client);
    }

    /**
     * Makes a client's calendar, for the client to subscribe to; an earlier address opens nothing
     * more.
     *
     * @return the secret of its address, told this once
     */
    @Transactional
    public String make(Permit permit, ClientId client) {
        permit.require(Action.CLIENT_EDIT, resource(client));
        return make(permit, null, client);
    }

    /** Closes a client's calendar. */
    @Transactional
    public void revoke(Permit permit, ClientId client) {
        of(permit, client).ifPresent(feed -> revoke(permit, feed, client));
    }

    private String make(Permit permit, @Nullable StaffId staff, @Nullable ClientId client) {
        records.of(staff, client).ifPresent(feed -> revoke(permit, feed, client));
        var token = Token.make(permit.organization());
        var id = Ids.next();
        records.add(
                id, staff, client, Token.hash(token), permit.actor().account(), clock.instant());
        audit.record(permit, "sessions.feed", id, client == null ? null : client.value(), "MADE");
        return token;
    }

    private void revoke(Permit permit, Feed feed, @Nullable ClientId client) {
        records.revoke(feed.id(), clock.instant());
        audit.record(
                permit,
                "sessions.feed",
                feed.id(),
                client == null ? null : client.value(),
                "REVOKED");
    }

    /** Reads the calendar behind a secret. Each read is recorded. */
    public Answer read(String token) {
        return Token.organization(token)
                .map(organization ->
                        OrganizationContext.in(
                                organization,
                                () -> transaction.execute(status -> read(organization, token))))
                .orElseGet(Answer.Gone::new);
    }

    private Answer read(OrganizationId organization, String token) {
        Instant now = clock.instant();
        var asked = records.ask(Token.hash(token), now);
        if (asked.isEmpty()) {
            return new Answer.Gone();
        }
        var feed = asked.get();
        if (feed.reads() > READS_AN_HOUR) {
            return new Answer.TooOften();
        }
        var from = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS_BACK);
        var client = feed.client();
        var staff = feed.staff();
        var entries =
                client != null
                        ? records.attended(client, from)
                        : records.led(Objects.requireNonNull(staff), from);
        audit.record(
                Access.feed(organization, feed.id()),
                "sessions.feed",
                feed.id(),
                client == null ? null : client.value(),
                "READ");
        return new Answer.Found(FeedText.of(feed.id(), entries, now));
    }

    private static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
