package care.trellis.clients;

import static care.trellis.base.Action.AUTHORIZATION_EDIT;
import static care.trellis.base.Action.AUTHORIZATION_VIEW;
import static care.trellis.base.Action.BENEFIT_EDIT;
import static care.trellis.base.Action.BENEFIT_VIEW;
import static care.trellis.base.Action.CLAIM_SUBMIT;
import static care.trellis.base.Action.CLIENT_VIEW;
import static care.trellis.base.Action.CONSENT_RECORD;
import static care.trellis.base.Action.DENIAL_VIEW;
import static care.trellis.base.Action.DENIAL_WORK;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to what a client allowed to be disclosed for payment (42 CFR 2.31). */
@Service
public class Consents {

    private final ConsentRecords records;
    private final ClientRecords clients;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher events;

    Consents(
            ConsentRecords records,
            ClientRecords clients,
            Audit audit,
            Once once,
            ApplicationEventPublisher events) {
        this.records = records;
        this.clients = clients;
        this.audit = audit;
        this.once = once;
        this.events = events;
    }

    /** Every consent ever signed, the newest first. */
    @Transactional(readOnly = true)
    public List<Consent> of(Permit permit, ClientId client) {
        permit.require(Clients.resource(client), CLIENT_VIEW, CONSENT_RECORD);
        return records.of(client);
    }

    /** Whether anything may leave for a payer today, by the site's day. */
    @Transactional(readOnly = true)
    public ConsentState state(Permit permit, ClientId client) {
        permit.require(
                Clients.resource(client),
                CLIENT_VIEW,
                CONSENT_RECORD,
                AUTHORIZATION_VIEW,
                AUTHORIZATION_EDIT,
                CLAIM_SUBMIT,
                DENIAL_VIEW,
                DENIAL_WORK,
                BENEFIT_VIEW,
                BENEFIT_EDIT);
        return state(records.of(client), clients.today(client));
    }

    /**
     * Records a signature, or says what is missing from it. The same key twice records it once.
     *
     * @param key made with the form; becomes the consent's id
     */
    @Transactional
    public ConsentRecording record(
            Permit permit, UUID key, ClientId client, Consent.Signed signed) {
        permit.require(CONSENT_RECORD, Clients.resource(client));
        clients.find(client).orElseThrow(NotFound::new);
        var missing = ConsentElement.missingIn(signed, clients.today(client));
        if (!missing.isEmpty()) {
            return new ConsentRecording.Incomplete(missing);
        }
        var consent = new ConsentId(key);
        if (once.first(permit, key, "consent " + client + contentOf(signed))) {
            records.insert(client, consent, signed);
            announce(permit, client, consent, "signed");
        }
        return new ConsentRecording.Recorded(consent);
    }

    /**
     * Takes a consent back from today on; what left before stays disclosed (2.31(a)(6)). Doing it
     * twice keeps the first day.
     */
    @Transactional
    public void revoke(Permit permit, ClientId client, ConsentId consent) {
        permit.require(CONSENT_RECORD, Clients.resource(client));
        if (records.of(client).stream().noneMatch(known -> known.id().equals(consent))) {
            throw new NotFound();
        }
        if (records.revoke(client, consent, clients.today(client))) {
            announce(permit, client, consent, "revoked");
        }
    }

    /** What the consents of a client allow on a day of the site; the newest stands first. */
    public static ConsentState state(List<Consent> newestFirst, LocalDate today) {
        for (Consent consent : newestFirst) {
            var until = consent.signed().expiresOn();
            if (consent.revokedOn() == null && (until == null || !today.isAfter(until))) {
                return new ConsentState.InForce(consent.id(), until);
            }
        }
        if (newestFirst.isEmpty()) {
            return new ConsentState.Missing();
        }
        var last = newestFirst.getFirst();
        if (last.revokedOn() != null) {
            return new ConsentState.Revoked(last.revokedOn());
        }
        var until = last.signed().expiresOn();
        return until == null ? new ConsentState.Missing() : new ConsentState.Expired(until);
    }

    private void announce(Permit permit, ClientId client, ConsentId consent, String what) {
        audit.record(permit, "clients.consent", consent.value(), client.value(), what);
        events.publishEvent(new ConsentChanged(client));
    }

    private static String contentOf(Consent.Signed signed) {
        return String.join(
                "\n",
                signed.discloser(),
                signed.recipient(),
                signed.purpose(),
                signed.what(),
                signed.channel().name(),
                signed.signedBy(),
                signed.signer().name(),
                String.valueOf(signed.signedOn()),
                String.valueOf(signed.expiresOn()));
    }
}
