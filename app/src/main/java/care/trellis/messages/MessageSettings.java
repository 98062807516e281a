package care.trellis.messages;

import static care.trellis.base.Action.MESSAGE_SEND;
import static care.trellis.base.Action.MESSAGE_VIEW;
import static care.trellis.base.Action.ORGANIZATION_EDIT;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Text;
import care.trellis.outbound.OutboundHttp;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How messages leave: who carries them, how they sign, when it is quiet; and a test of it. */
@Service
public class MessageSettings {

    private static final int LONGEST_SENDER = 40;

    private final SettingRecords records;
    private final MessageRecords messages;
    private final Wordings wordings;
    private final Addressing addressing;
    private final OutboundHttp http;
    private final StopLinks links;
    private final Audit audit;
    private final Clock clock;

    MessageSettings(
            SettingRecords records,
            MessageRecords messages,
            Wordings wordings,
            Addressing addressing,
            OutboundHttp http,
            StopLinks links,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.messages = messages;
        this.wordings = wordings;
        this.addressing = addressing;
        this.http = http;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is set now. */
    @Transactional(readOnly = true)
    public MessageSetting now(Permit permit) {
        permit.require(ORGANIZATION_EDIT, MESSAGE_VIEW, MESSAGE_SEND);
        return records.find();
    }

    /** Hosts that texts may be handed to: the operator of the installation named them. */
    public List<String> hosts() {
        return http.hosts();
    }

    /** Whether mail can carry a link that ends it: the operator declared where this program is. */
    public boolean linksPossible() {
        return links.possible();
    }

    /**
     * Sets how messages sign and when it is quiet.
     *
     * @param sender at most 40 characters, and no word that tells too much
     */
    @Transactional
    public Change<MessageSetting> sign(Permit permit, @Nullable String sender, QuietHours quiet) {
        permit.require(ORGANIZATION_EDIT);
        var problems = new Problems().text(sender, LONGEST_SENDER, "sender", "how messages sign");
        if (sender != null) {
            wordings.tells(sender)
                    .ifPresent(word -> problems.require(false, "sender", "TELLS", tellsToo(word)));
        }
        if (!problems.none() || sender == null) {
            return problems.refused();
        }
        var before = records.find();
        return saved(
                permit,
                new MessageSetting(
                        sender.strip(),
                        quiet,
                        before.mail(),
                        before.mailOn(),
                        before.text(),
                        before.textOn()),
                null,
                null,
                "SIGNED");
    }

    /**
     * Sets the mail server.
     *
     * @param password null or blank keeps the one on record, for the same server and user only
     */
    @Transactional
    public Change<MessageSetting> mail(
            Permit permit, MailWay way, boolean on, @Nullable String password) {
        permit.require(ORGANIZATION_EDIT);
        var before = records.find();
        var known = before.mail();
        boolean another =
                known == null
                        || !known.host().equals(way.host())
                        || known.port() != way.port()
                        || !known.user().equals(way.user());
        var problems =
                new Problems()
                        .require(
                                way.host().matches("[A-Za-z0-9.:-]{1,255}"),
                                "host",
                                "HOST",
                                "Type the server's name or address alone.")
                        .require(
                                way.port() > 0 && way.port() < 65_536,
                                "port",
                                "PORT",
                                "A port is a number from 1 to 65535.")
                        .require(
                                way.safety() != MailWay.Safety.NONE || loopback(way.host()),
                                "safety",
                                "UNSAFE",
                                "Mail to another machine needs TLS or STARTTLS.")
                        .require(
                                Addressing.usable(Way.MAIL, way.from()).isPresent(),
                                "from",
                                "FROM",
                                "Enter an e-mail address, such as hello@example.org.")
                        .require(
                                way.user().isEmpty() || Text.clean(password) != null || !another,
                                "password",
                                "MISSING",
                                "Enter the password of this user at this server.");
        wordings.tells(way.from())
                .ifPresent(word -> problems.require(false, "from", "TELLS", tellsToo(word)));
        return problems.none()
                ? saved(
                        permit,
                        new MessageSetting(
                                before.sender(),
                                before.quiet(),
                                way,
                                on,
                                before.text(),
                                before.textOn()),
                        Text.clean(password),
                        null,
                        on ? "MAIL ON" : "MAIL OFF")
                : problems.refused();
    }

    /**
     * Sets the carrier of texts.
     *
     * @param secret null or blank keeps the one on record, for the same account only
     */
    @Transactional
    public Change<MessageSetting> text(
            Permit permit, TextWay way, boolean on, @Nullable String secret) {
        permit.require(ORGANIZATION_EDIT);
        var before = records.find();
        var known = before.text();
        boolean another =
                known == null
                        || !known.url().equals(way.url())
                        || !known.account().equals(way.account());
        var problems =
                new Problems()
                        .require(
                                http.allows(way.url()),
                                "url",
                                "HOST",
                                "The address begins with https:// and one of the hosts that the operator named: "
                                        + String.join(", ", hosts())
                                        + ".")
                        .require(
                                way.account().matches("[A-Za-z0-9_-]{1,64}"),
                                "account",
                                "ACCOUNT",
                                "Enter the account's id: letters and digits.")
                        .require(
                                way.from().matches("\\+[0-9]{8,15}"),
                                "number",
                                "NUMBER",
                                "Enter the number with its country, such as +15555550100.")
                        .require(
                                Text.clean(secret) != null || !another,
                                "secret",
                                "MISSING",
                                "Enter the secret of this account.");
        return problems.none()
                ? saved(
                        permit,
                        new MessageSetting(
                                before.sender(),
                                before.quiet(),
                                before.mail(),
                                before.mailOn(),
                                way,
                                on),
                        null,
                        Text.clean(secret),
                        on ? "TEXT ON" : "TEXT OFF")
                : problems.refused();
    }

    /**
     * Queues a test message to an address that was typed.
     *
     * @param key made with the form; becomes the message's id
     */
    @Transactional
    public Change<MessageId> test(Permit permit, UUID key, Way way, String typed) {
        permit.require(ORGANIZATION_EDIT);
        var address = Addressing.usable(way, typed);
        if (address.isEmpty()) {
            return Change.refused(
                    way == Way.TEXT ? "textAddress" : "mailAddress",
                    "ADDRESS",
                    way == Way.TEXT
                            ? "Enter a mobile number, such as 555 555 0100."
                            : "Enter an e-mail address, such as hello@example.org.");
        }
        var id = new MessageId(key);
        var now = clock.instant();
        var filled =
                wordings.fill(
                        Wording.of("test"),
                        way,
                        Language.EN,
                        records.find().sender(),
                        links.of(id));
        if (messages.queue(
                new MessageRecords.Fresh(
                        id,
                        null,
                        way,
                        "test",
                        Language.EN,
                        address.get(),
                        addressing.key(way, address.get()),
                        filled.subject(),
                        filled.text(),
                        now,
                        null,
                        now,
                        permit.actor().account()))) {
            audit.record(permit, "messages.message", key, null, "test");
        }
        return new Change.Done<>(id);
    }

    private Change<MessageSetting> saved(
            Permit permit,
            MessageSetting setting,
            @Nullable String password,
            @Nullable String secret,
            String what) {
        records.save(setting, password, secret);
        audit.record(permit, "messages.setting", permit.organization().value(), null, what);
        return new Change.Done<>(setting);
    }

    private static boolean loopback(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }

    private static String tellsToo(String word) {
        return "“%s…” tells a stranger too much. Choose words that do not.".formatted(word);
    }
}
