package care.trellis.messages;

import static care.trellis.base.Action.CLIENT_EDIT;
import static care.trellis.base.Action.CLIENT_VIEW;
import static care.trellis.base.Action.MESSAGE_SEND;
import static care.trellis.base.Action.MESSAGE_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of the outbox. A message is queued in the transaction of its cause and sent by a
 * job; its key is its id, here and at the carrier.
 */
@Service
public class Messages {

    /** More within a day means that something is wrong (facts: H14). */
    static final int MOST_A_DAY = 12;

    private static final int SHOWN = 40;

    private final MessageRecords records;
    private final PreferenceRecords preferences;
    private final SettingRecords settings;
    private final Wordings wordings;
    private final Addressing addressing;
    private final StopLinks links;
    private final Audit audit;
    private final Clock clock;

    Messages(
            MessageRecords records,
            PreferenceRecords preferences,
            SettingRecords settings,
            Wordings wordings,
            Addressing addressing,
            StopLinks links,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.preferences = preferences;
        this.settings = settings;
        this.wordings = wordings;
        this.addressing = addressing;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** Queues a message that may leave at once and is of use until it has left. */
    @Transactional
    public Queueing queue(Permit permit, UUID key, ClientId client, Wording wording) {
        return queue(permit, key, client, wording, clock.instant(), null);
    }

    /**
     * Queues a message to a client, in the client's way and language; in quiet hours it waits for
     * their end. For whoever may act on what the message is about: that act was decided by its own
     * door, so any permit will do.
     *
     * @param key the same key queues once, so it is best derived from what the message is about;
     *     becomes the id of the message
     * @param notBefore when it may leave
     * @param notAfter when it would be of no use any more; null for never
     * @throws NotFound when there is no such client
     */
    @Transactional
    public Queueing queue(
            Permit permit,
            UUID key,
            ClientId client,
            Wording wording,
            Instant notBefore,
            @Nullable Instant notAfter) {
        var reach = preferences.reach(client).orElseThrow(NotFound::new);
        var way = reach.preference().way();
        if (way == Way.NONE) {
            return new Queueing.NotWanted();
        }
        var address = Addressing.usable(way, reach.typed(way));
        if (address.isEmpty()) {
            return new Queueing.NoAddress(way);
        }
        var addressKey = addressing.key(way, address.get());
        if (preferences.stoppedSince(way, addressKey).isPresent()) {
            return new Queueing.NotWanted();
        }
        var id = new MessageId(key);
        if (records.find(id).isPresent()) {
            return new Queueing.AlreadyQueued(id);
        }
        var setting = settings.find();
        var now = clock.instant();
        var soonest = notBefore.isBefore(now) ? now : notBefore;
        var leaves =
                wordings.entry(wording.id()).hold()
                        ? setting.quiet().next(soonest, reach.zone())
                        : soonest;
        if (notAfter != null && leaves.isAfter(notAfter)) {
            return new Queueing.TooLate();
        }
        if (records.queuedSince(client, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            return new Queueing.TooMany();
        }
        var language = reach.preference().language();
        var filled =
                wordings.fill(
                        wording,
                        way,
                        language,
                        setting.sender(),
                        way == Way.MAIL ? links.of(id) : "");
        var fresh =
                new MessageRecords.Fresh(
                        id,
                        client,
                        way,
                        wording.id(),
                        language,
                        address.get(),
                        addressKey,
                        filled.subject(),
                        filled.text(),
                        leaves,
                        notAfter,
                        now,
                        permit.actor().account());
        if (!records.queue(fresh)) {
            return new Queueing.AlreadyQueued(id);
        }
        audit.record(permit, "messages.message", key, client.value(), wording.id());
        return new Queueing.Queued(id, leaves);
    }

    /**
     * Takes back what still waits of these messages; what has left, or is leaving, is not touched.
     *
     * @param why as a sentence, without a person in it
     * @return how many waited
     */
    @Transactional
    public int withdraw(Permit permit, Collection<UUID> messages, String why) {
        if (messages.isEmpty()) {
            return 0;
        }
        int withdrawn = records.withdraw(messages, why, clock.instant());
        if (withdrawn > 0) {
            audit.recordMany(permit, "messages.message", null, withdrawn);
        }
        return withdrawn;
    }

    /**
     * Sends once more what was refused or of unknown outcome, under the same id. Only a person
     * decides that.
     *
     * @throws NotFound when there is none in either state
     */
    @Transactional
    public void resend(Permit permit, MessageId message) {
        permit.require(MESSAGE_SEND);
        var found = visible(permit, message);
        if (!records.again(message, clock.instant())) {
            throw new NotFound();
        }
        audit.record(permit, "messages.message", message.value(), clientOf(found), "RESENT");
    }

    /**
     * Lets one that was refused or of unknown outcome be.
     *
     * @throws NotFound when there is none in either state
     */
    @Transactional
    public void letBe(Permit permit, MessageId message) {
        permit.require(MESSAGE_SEND);
        var found = visible(permit, message);
        if (!records.letBe(message, clock.instant())) {
            throw new NotFound();
        }
        audit.record(permit, "messages.message", message.value(), clientOf(found), "LET BE");
    }

    /** The newest messages in these states, at most 40, of clients of the actor's sites. */
    @Transactional
    public List<Message> inStates(Permit permit, Set<State> states) {
        permit.require(MESSAGE_VIEW, MESSAGE_SEND);
        var found = records.inStates(states, permit.actor().sites(), SHOWN);
        audit.recordMany(permit, "messages.message", null, found.size());
        return found;
    }

    /** How many were queued within the last day and stand in one of these states. */
    @Transactional(readOnly = true)
    public int ofTheLastDay(Permit permit, Set<State> states) {
        permit.require(MESSAGE_VIEW, MESSAGE_SEND);
        return records.count(states, clock.instant().minus(Duration.ofDays(1)));
    }

    /** How many stand in one of these states, of whatever age. */
    @Transactional(readOnly = true)
    public int count(Permit permit, Set<State> states) {
        permit.require(permit.action());
        return records.count(states, Instant.EPOCH);
    }

    /** What was written to one client, the newest first; the reading is recorded. */
    @Transactional
    public List<Message> ofClient(Permit permit, ClientId client) {
        permit.require(
                new Resource(Resource.Kind.CLIENT, client.value()), CLIENT_VIEW, CLIENT_EDIT);
        audit.record(permit, "messages.message", client.value(), client.value(), "LIST");
        return records.ofClient(client, SHOWN);
    }

    private Message visible(Permit permit, MessageId message) {
        return records.find(message).orElseThrow(NotFound::new);
    }

    private static @Nullable UUID clientOf(Message message) {
        var client = message.client();
        return client == null ? null : client.value();
    }
}
