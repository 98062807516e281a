package care.trellis.clients;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/** The elements without which a consent is none (42 CFR 2.31(a)), and how each is told missing. */
public enum ConsentElement {
    DISCLOSER("Who may disclose", (signed, today) -> !signed.discloser().isEmpty()),
    RECIPIENT("Who may receive", (signed, today) -> !signed.recipient().isEmpty()),
    PURPOSE("What for", (signed, today) -> !signed.purpose().isEmpty()),
    WHAT("How much and which information", (signed, today) -> !signed.what().isEmpty()),
    RIGHT_TO_REVOKE("The right to revoke and how", (signed, today) -> signed.revocationExplained()),
    REDISCLOSURE(
            "What the recipient may do with it, and what a refusal means",
            (signed, today) -> signed.redisclosureExplained()),
    SIGNATURE("The signature", (signed, today) -> !signed.signedBy().isEmpty()),
    SIGNED_ON(
            "The day of the signature, today or before",
            (signed, today) -> signed.signedOn() != null && !signed.signedOn().isAfter(today)),
    EXPIRY(
            "An end on or after the signature, or none",
            (signed, today) ->
                    signed.expiresOn() == null
                            || signed.signedOn() == null
                            || !signed.expiresOn().isBefore(signed.signedOn()));

    private final String label;
    private final BiPredicate<Consent.Signed, LocalDate> present;

    ConsentElement(String label, BiPredicate<Consent.Signed, LocalDate> present) {
        this.label = label;
        this.present = present;
    }

    /** The element in words. */
    public String label() {
        return label;
    }

    /** What is missing from a form; an empty list is a consent. */
    static List<ConsentElement> missingIn(Consent.Signed signed, LocalDate today) {
        return Arrays.stream(values())
                .filter(element -> !element.present.test(signed, today))
                .toList();
    }
}
