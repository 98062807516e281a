package care.trellis.chart;

import care.trellis.clients.Consent;
import care.trellis.clients.Coverage;
import care.trellis.clients.Person;
import care.trellis.clients.Sex;
import care.trellis.episodes.Diagnosis;
import care.trellis.episodes.Plan;
import care.trellis.payers.ContractId;
import care.trellis.web.Form;
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

    private static final String CHOOSE_A_DAY = "Choose a day.";

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
        return Form.of(known);
    }

    static Optional<Person> person(Form form, LocalDate today) {
        form.required("givenName", "Write the given name.");
        form.required("familyName", "Write the family name.");
        var born = form.requiredDate("birthDate", today, CHOOSE_A_DAY);
        if (born.isAfter(today) || born.isBefore(Person.EARLIEST_BIRTH)) {
            form.refuse("birthDate", "Choose a day between 1880 and today.");
        }
        var sex = form.requiredChoice("sex", Sex.U, "Choose one.");
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
        if (form.wrong()) {
            return Optional.empty();
        }
        return Optional.of(
                new Person(
                        form.text("givenName"),
                        form.text("familyName"),
                        form.text("pronouns"),
                        born,
                        sex,
                        form.text("phone"),
                        form.text("email"),
                        new Person.Address(
                                form.text("line"),
                                form.text("city"),
                                form.text("state"),
                                form.text("postalCode"))));
    }

    static Form coverage(Coverage.Terms terms) {
        return Form.of(
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
        var from = form.requiredDate("coverageFrom", LocalDate.MIN, CHOOSE_A_DAY);
        var to = form.date("coverageTo");
        if (to != null && to.isBefore(from)) {
            form.refuse("coverageTo", "Choose a day on or after the first one.");
        }
        if (!form.text("priority").matches("[1-9]")) {
            form.refuse("priority", "Write 1 to 9; 1 is billed first.");
        }
        var contract =
                form.value("contract").isEmpty()
                        ? null
                        : form.requiredId("contract", "Choose one of the list.");
        if (form.wrong()) {
            return Optional.empty();
        }
        return Optional.of(
                new Coverage.Terms(
                        contract == null ? null : new ContractId(contract),
                        form.text("payerName"),
                        form.text("memberId"),
                        form.text("groupNumber"),
                        Integer.parseInt(form.text("priority")),
                        from,
                        to));
    }

    static Form consent(String organization) {
        return Form.of(
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
        var signedOn = form.date("signedOn");
        var expiresOn = form.date("expiresOn");
        var channel = form.requiredChoice("channel", Consent.Channel.PAPER, "Choose one.");
        var signer = form.requiredChoice("signer", Consent.Signer.CLIENT, "Choose one.");
        if (form.wrong()) {
            return Optional.empty();
        }
        return Optional.of(
                new Consent.Signed(
                        form.text("discloser"),
                        form.text("recipient"),
                        form.text("purpose"),
                        form.text("what"),
                        channel,
                        form.ticked("revocationExplained"),
                        form.ticked("redisclosureExplained"),
                        form.text("signedBy"),
                        signer,
                        signedOn,
                        expiresOn));
    }

    static Form plan(Plan.Version version) {
        return Form.of(
                Map.of(
                        "hoursPerWeek", Words.hours(version.minutesPerWeek()),
                        "planFrom", version.from().toString(),
                        "physicianSignedOn", text(version.physicianSignedOn()),
                        "certifiedOn", text(version.certifiedOn())));
    }

    static Optional<Plan.Version> plan(Form form) {
        var from = form.requiredDate("planFrom", LocalDate.MIN, CHOOSE_A_DAY);
        var signed = form.date("physicianSignedOn");
        var certified = form.date("certifiedOn");
        int minutes = minutes(form.text("hoursPerWeek"));
        if (minutes <= 0) {
            form.refuse("hoursPerWeek", "Write the hours a week, such as 9 or 7.5.");
        }
        return form.wrong()
                ? Optional.empty()
                : Optional.of(new Plan.Version(minutes, from, signed, certified));
    }

    static Optional<Diagnosis.Finding> diagnosis(Form form) {
        var code = form.text("code");
        if (!code.toUpperCase(java.util.Locale.ROOT)
                .matches("[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?")) {
            form.refuse("code", "Write an ICD-10-CM code, such as F33.1.");
        }
        form.required("description", "Write the diagnosis in words.");
        var from = form.requiredDate("diagnosedOn", LocalDate.MIN, CHOOSE_A_DAY);
        if (form.wrong()) {
            return Optional.empty();
        }
        return Optional.of(
                new Diagnosis.Finding(
                        Diagnosis.CodeSystem.ICD_10_CM,
                        code,
                        form.text("description"),
                        from,
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
            form.refuse(name, "Write at most %d characters.".formatted(Person.LONGEST));
        }
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
