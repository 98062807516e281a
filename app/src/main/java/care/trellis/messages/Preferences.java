package care.trellis.messages;

import static care.trellis.base.Action.CLIENT_EDIT;
import static care.trellis.base.Action.CLIENT_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.messages.PreferenceRecords.Door;
import care.trellis.messages.PreferenceRecords.Reach;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each client agreed to: by which way, in which language, when to be reminded. Nobody who was
 * not asked is written to.
 */
@Service
public class Preferences {

    private final PreferenceRecords records;
    private final MessageRecords messages;
    private final Addressing addressing;
    private final Audit audit;
    private final Clock clock;

    Preferences(
            PreferenceRecords records,
            MessageRecords messages,
            Addressing addressing,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.messages = messages;
        this.addressing = addressing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How a client stands to messages.
     *
     * @param asked whether anybody asked yet
     * @param phone what is on record and can be texted to, with all but its last two digits hidden;
     *     empty where there is none
     * @param mailbox the same of the mailbox
     * @param stoppedSince since when the address of the preferred way wants nothing; null for never
     */
    public record Agreed(
            Preference preference,
            boolean asked,
            String phone,
            String mailbox,
            @Nullable Instant stoppedSince,
            ZoneId zone) {}

    /**
     * What a client agreed to.
     *
     * @throws NotFound when there is no such client
     */
    @Transactional(readOnly = true)
    public Agreed of(Permit permit, ClientId client) {
        permit.require(resource(client), CLIENT_VIEW, CLIENT_EDIT);
        var reach = records.reach(client).orElseThrow(NotFound::new);
        return new Agreed(
                reach.preference(),
                reach.preference() != Preference.UNASKED,
                Addressing.usable(Way.TEXT, reach.phone()).map(Preferences::ending).orElse(""),
                Addressing.usable(Way.MAIL, reach.email()).map(Preferences::beginning).orElse(""),
                address(reach)
                        .flatMap(key -> records.stoppedSince(reach.preference().way(), key))
                        .orElse(null),
                reach.zone());
    }

    /**
     * Writes down what a client said now. Nothing in writing withdraws what still waits.
     *
     * @throws NotFound when there is no such client
     */
    @Transactional
    public void save(Permit permit, ClientId client, Preference preference) {
        permit.require(CLIENT_EDIT, resource(client));
        records.reach(client).orElseThrow(NotFound::new);
        records.save(client, preference, clock.instant(), permit.actor().account());
        if (preference.way() == Way.NONE) {
            messages.withdrawAll(client, "The client wants nothing in writing.", clock.instant());
        }
        audit.record(
                permit,
                "messages.preference",
                client.value(),
                client.value(),
                preference.way() + " " + preference.language() + " " + preference.remind());
    }

    /** The client told staff to stop: the address hears nothing more until it is started again. */
    @Transactional
    public void stop(Permit permit, ClientId client) {
        permit.require(CLIENT_EDIT, resource(client));
        var reach = records.reach(client).orElseThrow(NotFound::new);
        address(reach)
                .ifPresent(key -> {
                    records.stop(reach.preference().way(), key, Door.STAFF, clock.instant());
                    audit.record(
                            permit, "messages.opt_out", client.value(), client.value(), "STOP");
                });
    }

    /** The client told staff that messages are welcome again. */
    @Transactional
    public void start(Permit permit, ClientId client) {
        permit.require(CLIENT_EDIT, resource(client));
        var reach = records.reach(client).orElseThrow(NotFound::new);
        address(reach)
                .ifPresent(key -> {
                    records.start(reach.preference().way(), key, clock.instant());
                    audit.record(
                            permit, "messages.opt_out", client.value(), client.value(), "START");
                });
    }

    private Optional<byte[]> address(Reach reach) {
        var way = reach.preference().way();
        return Addressing.usable(way, reach.typed(way))
                .map(address -> addressing.key(way, address));
    }

    private static String ending(String number) {
        return "•••" + number.substring(number.length() - 2);
    }

    private static String beginning(String mailbox) {
        return mailbox.charAt(0) + "•••" + mailbox.substring(mailbox.indexOf('@'));
    }

    private static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
