package care.trellis.messages;

import static care.trellis.base.Action.CLIENT_EDIT;
import static care.trellis.base.Action.CLIENT_VIEW;
import static care.trellis.base.Action.MESSAGE_SEND;
import static care.trellis.base.Action.MESSAGE_VIEW;

import care.trellis.access.Access;
import care.trellis.audit.Audit;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.messages.PreferenceRecords.Door;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Texts that come in. Each is kept once by the carrier's own id; STOP and START are obeyed at once,
 * a code or an answer is told to whoever waits for it, anything else waits for a person to read.
 */
@Service
public class Incoming {

    /**
     * The words that carriers ask to be obeyed (CTIA Messaging Principles 5.1), and their Spanish.
     */
    private static final Set<String> STOP =
            Set.of(
                    "stop",
                    "stopall",
                    "unsubscribe",
                    "cancel",
                    "end",
                    "quit",
                    "revoke",
                    "optout",
                    "alto",
                    "parar",
                    "basta");

    private static final Set<String> START = Set.of("start", "unstop", "empezar");
    private static final Set<String> HELP = Set.of("help", "info", "ayuda");

    private static final int LONGEST = 1600;
    private static final int SHOWN = 50;

    private final IncomingRecords records;
    private final PreferenceRecords preferences;
    private final SettingRecords settings;
    private final Addressing addressing;
    private final StopLinks links;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Incoming(
            IncomingRecords records,
            PreferenceRecords preferences,
            SettingRecords settings,
            Addressing addressing,
            StopLinks links,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.records = records;
        this.preferences = preferences;
        this.settings = settings;
        this.addressing = addressing;
        this.links = links;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes a text from the carrier. The signature is the proof that the carrier sent it: a keyed
     * hash over the address that was called and the sorted fields (Twilio, "Validating requests").
     *
     * @param url as the carrier called it
     * @param fields as they were posted
     * @return false when the signature is not the carrier's, or this organization has none
     */
    public boolean receive(
            OrganizationId organization, String url, Map<String, String> fields, String signature) {
        return OrganizationContext.in(
                organization,
                () ->
                        Boolean.TRUE.equals(
                                transaction.execute(
                                        status -> take(organization, url, fields, signature))));
    }

    private boolean take(
            OrganizationId organization, String url, Map<String, String> fields, String signature) {
        var secret = settings.textSecret();
        if (secret.isEmpty() || !same(proof(secret, url, fields), signature)) {
            return false;
        }
        var number = Addressing.usable(Way.TEXT, fields.getOrDefault("From", ""));
        var reference = fields.getOrDefault("MessageSid", "");
        if (number.isPresent() && !reference.isEmpty() && reference.length() <= 64) {
            var typed = fields.getOrDefault("Body", "").strip();
            keep(
                    organization,
                    reference,
                    number.get(),
                    typed.substring(0, Math.min(typed.length(), LONGEST)));
        }
        return true;
    }

    private void keep(OrganizationId organization, String reference, String number, String words) {
        var permit = Access.system(organization, MESSAGE_SEND, Permit.Purpose.OPERATIONS);
        var clients = preferences.withNumber(Addressing.lastTen(number));
        var key = addressing.key(Way.TEXT, number);
        var id = Ids.next();
        var kind = kind(words);
        var client = clients.size() == 1 ? clients.getFirst() : null;
        if (!records.keep(id, reference, number, key, words, kind, client, clock.instant())) {
            return;
        }
        audit.record(permit, "messages.incoming", id, client == null ? null : client.value(), kind);
        switch (kind) {
            case "STOP" -> preferences.stop(Way.TEXT, key, Door.REPLY, clock.instant());
            case "START" -> preferences.start(Way.TEXT, key, clock.instant());
            case "HELP" -> {}
            default -> events.publishEvent(new TextReceived(id, clients, words, clock.instant()));
        }
    }

    /** Replies that nobody has read yet, the newest first, at most 50. */
    @Transactional
    public List<Reply> unseen(Permit permit) {
        permit.require(MESSAGE_VIEW, MESSAGE_SEND);
        var found = records.unseen(permit.actor().sites(), SHOWN);
        audit.recordMany(permit, "messages.incoming", null, found.size());
        return found;
    }

    /** What one client wrote, the newest first, at most 50. */
    @Transactional(readOnly = true)
    public List<Reply> ofClient(Permit permit, ClientId client) {
        permit.require(
                new Resource(Resource.Kind.CLIENT, client.value()), CLIENT_VIEW, CLIENT_EDIT);
        return records.ofClient(client, SHOWN);
    }

    /**
     * Somebody has read it; doing it twice is harmless.
     *
     * @throws NotFound when there is no such reply
     */
    @Transactional
    public void see(Permit permit, UUID reply) {
        permit.require(MESSAGE_SEND);
        if (records.see(reply, permit.actor().account(), clock.instant())) {
            audit.record(permit, "messages.incoming", reply, null, "SEEN");
        } else if (!records.exists(reply)) {
            throw new NotFound();
        }
    }

    /** Whether a link that ends mail is one of ours. */
    public boolean knowsLink(String token) {
        return links.read(token).isPresent();
    }

    /**
     * Ends messages to the address that a mail went to, for whoever holds its link. Twice is once.
     *
     * @return false when the link is not one of ours
     */
    public boolean stopByLink(String token) {
        return links.read(token)
                .filter(named ->
                        OrganizationContext.in(
                                named.organization(),
                                () ->
                                        Boolean.TRUE.equals(
                                                transaction.execute(status -> stop(named)))))
                .isPresent();
    }

    private boolean stop(StopLinks.Named named) {
        var addressed = preferences.addressed(named.message());
        addressed.ifPresent(to -> {
            if (preferences.stop(to.way(), to.addressKey(), Door.LINK, clock.instant())) {
                audit.record(
                        Access.system(
                                named.organization(), MESSAGE_SEND, Permit.Purpose.OPERATIONS),
                        "messages.opt_out",
                        named.message().value(),
                        null,
                        "LINK");
            }
        });
        return addressed.isPresent();
    }

    private static String kind(String words) {
        var word = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (STOP.contains(word)) {
            return "STOP";
        }
        if (START.contains(word)) {
            return "START";
        }
        if (HELP.contains(word)) {
            return "HELP";
        }
        return words.matches("[0-9]{1,4}") ? "CODE" : "WORDS";
    }

    /** What the carrier signs with its account's secret. */
    static String proof(String secret, String url, Map<String, String> fields) {
        try {
            var signed = new StringBuilder(url);
            new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(
                            mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In the same time wherever they differ. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
