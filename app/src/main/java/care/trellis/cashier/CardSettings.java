package care.trellis.cashier;

import static care.trellis.base.Action.ORGANIZATION_EDIT;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Text;
import care.trellis.outbound.OutboundHttp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for who takes cards: the account at the provider, and whether it is used. */
@Service
public class CardSettings {

    private final CardSettingRecords records;
    private final CardRecords sessions;
    private final OutboundHttp http;
    private final Audit audit;

    CardSettings(CardSettingRecords records, CardRecords sessions, OutboundHttp http, Audit audit) {
        this.records = records;
        this.sessions = sessions;
        this.http = http;
        this.audit = audit;
    }

    /** What is set now; nothing before anything was. */
    @Transactional(readOnly = true)
    public Optional<CardSetting> now(Permit permit) {
        permit.require(ORGANIZATION_EDIT);
        return records.find();
    }

    /** Hosts that may be asked: the operator of the installation named them. */
    public List<String> hosts() {
        return http.hosts();
    }

    /**
     * Sets it. Another account, or another key, is refused while payments are open: only the
     * account where they were begun can say what came of them.
     *
     * @param secret null or blank keeps the key on record, for the same address only
     */
    @Transactional
    public Change<CardSetting> set(Permit permit, CardSetting setting, @Nullable String secret) {
        permit.require(ORGANIZATION_EDIT);
        var known = records.find();
        boolean same = known.map(CardSetting::url).filter(setting.url()::equals).isPresent();
        var key = Text.clean(secret);
        boolean another =
                known.isPresent() && !(same && (key == null || key.equals(records.secret())));
        int open = another ? sessions.openCount() : 0;
        var problems =
                new Problems()
                        .require(
                                http.allows(setting.url()),
                                "url",
                                "HOST",
                                "The address begins with https:// and one of the hosts that the operator named: "
                                        + String.join(", ", hosts())
                                        + ".")
                        .require(
                                open == 0,
                                "secret",
                                "OPEN_PAYMENTS",
                                "%s open at the account in use. Switch cards off, and change the account when %s settled: a card page expires within a day, and what stays in doubt is closed on the client's account."
                                        .formatted(
                                                open == 1
                                                        ? "One card payment is"
                                                        : open + " card payments are",
                                                open == 1 ? "it is" : "they are"))
                        .require(
                                key != null || same,
                                "secret",
                                "MISSING",
                                "Enter the secret key of the account.")
                        .require(
                                key == null || key.matches("[A-Za-z0-9_-]{8,255}"),
                                "secret",
                                "KEY",
                                "A key has letters, digits, dashes and underscores.");
        if (!problems.none()) {
            return problems.refused();
        }
        records.save(setting, key);
        audit.record(
                permit,
                "cashier.card_setting",
                OrganizationContext.current().value(),
                null,
                setting.active() ? "ON" : "OFF");
        return new Change.Done<>(setting);
    }
}
