package care.trellis.chart;

import care.trellis.clients.Consent;
import care.trellis.clients.Coverage;
import care.trellis.clients.Person;
import care.trellis.clients.Sex;
import care.trellis.episodes.Diagnosis;
import care.trellis.episodes.Plan;
import care.trellis.payers.ContractId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was typed into the records that the doors take; what is wrong is noted on the form.
 */
final class Forms {

    /**
     * The recipients and purpose that one consent to treatment, payment and operations may name (42
     * CFR 2.31(a)).
     */
    private static final String RECIPIENT =
            "My treating providers, health plans, third-party payers, and people helping to operate this program";

    private static final String PURPOSE = "For treatment, payment, and health care operations";
    private static final String WHAT =
            "My diagnosis, dates and kinds of service, attendance, and the progress a payer asks for";

    private Forms() {}

    static Form person(Person person) {
        var known = new HashMap<String, String>();
        known.put("givenName", person.givenName());
        known.put("familyName", person.familyName());
        known.put("pronouns", person.pronouns());
        known.put("birthDate", person.birthDate().toString());
        known.put("sex", person.sex().name());
        known.put("phone", person.phone());
        known.put("email", person.email());
        known.put("line", person.address().line());
        known.put("city", person.address().city());
        known.put("state", person.address().state());
        known.put("postalCode", person.address().postalCode());
        return Form.blank(known);
    }

    static Optional<Person> person(Form form, LocalDate today) {
        form.required("givenName", "Write the given name.");
        form.required("familyName", "Write the family name.");
        var born = form.requiredDay("birthDate");
        if (born.isPresent()
                && (born.get().isAfter(today) || born.get().isBefore(Person.EARLIEST_BIRTH))) {
            form.wrong("birthDate", "Choose a day between 1880 and today.");
        }
        var sex = form.choice("sex", Sex.class, "Choose one.");
        for (var name :
                new String[] {
                    "givenName",
                    "familyName",
                    "pronouns",
                    "phone",
                    "email",
                    "line",
                    "city",
                    "state",
                    "postalCode"
                }) {
            tooLong(form, name);
        }
        if (!form.isSound() || born.isEmpty() || sex.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Person(
                        form.value("givenName"),
                        form.value("familyName"),
                        form.value("pronouns"),
                        born.get(),
                        sex.get(),
                        form.value("phone"),
                        form.value("email"),
                        new Person.Address(
                                form.value("line"),
                                form.value("city"),
                                form.value("state"),
                                form.value("postalCode"))));
    }

    static Form coverage(Coverage.Terms terms) {
        return Form.blank(
                Map.of(
                        "payerName", terms.payerName(),
                        "contract", terms.contract().map(one -> one.value().toString()).orElse(""),
                        "memberId", terms.memberId(),
                        "groupNumber", terms.groupNumber(),
                        "priority", String.valueOf(terms.priority()),
                        "coverageFrom", terms.from().toString(),
                        "coverageTo", text(terms.to())));
    }

    static Optional<Coverage.Terms> coverage(Form form) {
        form.required("payerName", "Write the payer's name as the card says it.");
        tooLong(form, "payerName");
        tooLong(form, "memberId");
        tooLong(form, "groupNumber");
        var from = form.requiredDay("coverageFrom");
        var to = form.day("coverageTo");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            form.wrong("coverageTo", "Choose a day on or after the first one.");
        }
        if (!form.value("priority").matches("[1-9]")) {
            form.wrong("priority", "Write 1 to 9; 1 is billed first.");
        }
        var contract = form.id("contract");
        if (!form.isSound() || from.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Coverage.Terms(
                        contract.map(ContractId::new).orElse(null),
                        form.value("payerName"),
                        form.value("memberId"),
                        form.value("groupNumber"),
                        Integer.parseInt(form.value("priority")),
                        from.get(),
                        to.orElse(null)));
    }

    static Form consent(String organization) {
        return Form.blank(
                Map.of(
                        "discloser", organization,
                        "recipient", RECIPIENT,
                        "purpose", PURPOSE,
                        "what", WHAT,
                        "channel", Consent.Channel.PAPER.name(),
                        "signer", Consent.Signer.CLIENT.name()));
    }

    /** What is missing the door says; here only the days are read. */
    static Optional<Consent.Signed> consent(Form form) {
        var signedOn = form.day("signedOn");
        var expiresOn = form.day("expiresOn");
        var channel = form.choice("channel", Consent.Channel.class, "Choose one.");
        var signer = form.choice("signer", Consent.Signer.class, "Choose one.");
        if (!form.isSound() || channel.isEmpty() || signer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Consent.Signed(
                        form.value("discloser"),
                        form.value("recipient"),
                        form.value("purpose"),
                        form.value("what"),
                        channel.get(),
                        form.isTicked("revocationExplained"),
                        form.isTicked("redisclosureExplained"),
                        form.value("signedBy"),
                        signer.get(),
                        signedOn.orElse(null),
                        expiresOn.orElse(null)));
    }

    static Form plan(Plan.Version version) {
        return Form.blank(
                Map.of(
                        "hoursPerWeek", Words.hours(version.minutesPerWeek()),
                        "planFrom", version.from().toString(),
                        "physicianSignedOn", text(version.physicianSignedOn()),
                        "certifiedOn", text(version.certifiedOn())));
    }

    static Optional<Plan.Version> plan(Form form) {
        var from = form.requiredDay("planFrom");
        var signed = form.day("physicianSignedOn");
        var certified = form.day("certifiedOn");
        int minutes = minutes(form.value("hoursPerWeek"));
        if (minutes <= 0) {
            form.wrong("hoursPerWeek", "Write the hours a week, such as 9 or 7.5.");
        }
        if (!form.isSound() || from.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Plan.Version(minutes, from.get(), signed.orElse(null), certified.orElse(null)));
    }

    static Optional<Diagnosis.Finding> diagnosis(Form form) {
        var code = form.required("code", "Write the ICD-10-CM code, such as F33.1.");
        if (!code.toUpperCase(java.util.Locale.ROOT)
                .matches("[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?")) {
            form.wrong("code", "Write an ICD-10-CM code, such as F33.1.");
        }
        form.required("description", "Write the diagnosis in words.");
        var from = form.requiredDay("diagnosedOn");
        if (!form.isSound() || from.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Diagnosis.Finding(
                        Diagnosis.CodeSystem.ICD_10_CM,
                        code,
                        form.value("description"),
                        from.get(),
                        null));
    }

    /** 0 where it is no sensible number of hours, or no whole minutes. */
    private static int minutes(String hours) {
        try {
            int minutes = new BigDecimal(hours).multiply(BigDecimal.valueOf(60)).intValueExact();
            return minutes > 0 && minutes <= 168 * 60 ? minutes : 0;
        } catch (ArithmeticException | NumberFormatException notHours) {
            return 0;
        }
    }

    private static void tooLong(Form form, String name) {
        if (form.value(name).length() > Person.LONGEST) {
            form.wrong(name, "Write at most %d characters.".formatted(Person.LONGEST));
        }
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
