package care.trellis.billing;

import care.trellis.billing.ClaimFacts.Contract;
import care.trellis.billing.ClaimFacts.Day;
import care.trellis.billing.ClaimFacts.Lead;
import care.trellis.billing.ClaimFacts.Stay;
import care.trellis.engine.x12.Npi;
import care.trellis.engine.x12.claims.Address;
import care.trellis.engine.x12.claims.Claim;
import care.trellis.engine.x12.claims.ClaimForm;
import care.trellis.engine.x12.claims.Coordination;
import care.trellis.engine.x12.claims.Late;
import care.trellis.engine.x12.claims.Payer;
import care.trellis.engine.x12.claims.Person;
import care.trellis.engine.x12.claims.Procedure;
import care.trellis.engine.x12.claims.Provider;
import care.trellis.engine.x12.claims.ServiceLine;
import care.trellis.engine.x12.claims.Subscriber;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the claim of a draft, or names everything that it lacks. */
final class ClaimMaker {

    /** A claim that is complete, or what is missing from it. */
    sealed interface Made {
        record Complete(Claim claim) implements Made {}

        record Lacking(List<Missing> missing) implements Made {}
    }

    private final ClaimDraft draft;
    private final Contract contract;
    private final boolean billedBefore;
    private final @Nullable Again again;
    private final @Nullable Late late;
    private final List<Missing> missing = new ArrayList<>();

    /**
     * What is different about a claim that goes out again.
     *
     * @param payerNumber the payer's number of the earlier claim; null for a new one
     */
    record Again(Resend how, @Nullable String payerNumber) {}

    /**
     * @param billedBefore whether an earlier claim of the same stay has gone out
     * @param again null for a claim of days that were never billed
     * @param late why it comes after the payer's limit; null when it does not
     */
    ClaimMaker(ClaimDraft draft, boolean billedBefore, @Nullable Again again, @Nullable Late late) {
        this.again = again;
        this.late = late;
        this.draft = draft;
        this.contract = draft.contract();
        this.billedBefore = billedBefore;
    }

    /**
     * The claim under this number.
     *
     * @param diagnoses ICD-10-CM codes that held, the principal one first
     * @param leads who led the client's sessions, the earliest first
     */
    Made make(String number, List<ClaimFactRecords.Diagnosis> diagnoses, List<Lead> leads) {
        var consented = draft.days().stream().allMatch(ClaimMaker::mayLeave);
        require(consented, client("NO_CONSENT_FOR_PAYMENT", Missing.CONSENT));
        var subscriber = subscriber();
        var codes = codes(diagnoses);
        var provider = provider(leads);
        var lines = lines(number);
        require(
                !contract.authorizationRequired()
                        || draft.days().getFirst().authorization() != null,
                new Missing(
                        "NO_AUTHORIZATION",
                        "Record the authorization that covers these days.",
                        "/authorizations"));
        var form = form(provider);
        if (!missing.isEmpty() || subscriber == null || form == null) {
            return new Made.Lacking(missing);
        }
        return new Made.Complete(
                new Claim(
                        number,
                        subscriber,
                        null,
                        new Payer(contract.payer(), contract.payerCode(), contract.filingCode()),
                        form,
                        codes,
                        draft.days().getFirst().authorization(),
                        again == null || !again.how().needsPayerNumber()
                                ? null
                                : again.payerNumber(),
                        lines,
                        Coordination.FIRST,
                        late));
    }

    /** Nothing of a Part 2 program leaves for a payer without a consent in force (42 CFR 2.31). */
    private static boolean mayLeave(Day day) {
        var stay = day.stay();
        return day.consent() != null || (stay != null && !stay.part2());
    }

    private @Nullable Subscriber subscriber() {
        var patient = draft.patient();
        var cover = draft.days().getFirst().cover();
        require(cover != null, client("NO_COVERAGE", "Add the coverage by this payer."));
        require(
                cover == null || !cover.memberId().isBlank(),
                client("MEMBER_ID", "Add the member id from the insurance card."));
        var address = address();
        if (cover == null || address == null) {
            return null;
        }
        return new Subscriber(
                new Person(
                        patient.familyName(),
                        patient.givenName(),
                        null,
                        patient.birthDate(),
                        patient.sex(),
                        address),
                cover.memberId().strip(),
                blankToNull(cover.groupNumber()));
    }

    private @Nullable Address address() {
        var patient = draft.patient();
        var line = patient.addressLine();
        var city = patient.city();
        var state = patient.state();
        var zip = patient.postalCode();
        if (line == null
                || line.isBlank()
                || city == null
                || city.isBlank()
                || state == null
                || !state.strip().matches("[A-Z]{2}")
                || zip == null
                || !zip.strip().matches("[0-9]{5}-?([0-9]{4})?")) {
            missing.add(
                    client(
                            "CLIENT_ADDRESS",
                            "Complete the client's address: street, city, state and ZIP code."));
            return null;
        }
        return new Address(line.strip(), null, city.strip(), state.strip(), zip.strip());
    }

    private List<String> codes(List<ClaimFactRecords.Diagnosis> diagnoses) {
        var held =
                diagnoses.stream()
                        .filter(one -> one.holdsOn(draft.from(), draft.through()))
                        .toList();
        require(
                held.stream().anyMatch(one -> one.rank() == 1),
                client(
                        "PRINCIPAL_DIAGNOSIS",
                        "Choose an ICD-10-CM diagnosis as the principal one."));
        return held.stream()
                .map(ClaimFactRecords.Diagnosis::code)
                .distinct()
                .limit(contract.form() == Form.INSTITUTIONAL ? 25 : 12)
                .toList();
    }

    private @Nullable Provider provider(List<Lead> leads) {
        var dates = draft.days().stream().map(Day::date).toList();
        var found =
                leads.stream()
                        .filter(lead -> dates.contains(lead.date()))
                        .filter(lead -> lead.npi() != null && Npi.isValid(lead.npi()))
                        .findFirst()
                        .orElse(null);
        require(
                found != null,
                Missing.ofStaff(
                        "CLINICIAN_NPI", "Add the NPI of the clinician who led the sessions."));
        return found == null || found.npi() == null
                ? null
                : new Provider(found.familyName(), found.givenName(), found.npi(), null);
    }

    private List<ServiceLine> lines(String number) {
        var lines = new ArrayList<ServiceLine>();
        for (var day : draft.days()) {
            for (var line : day.lines()) {
                var code = line.procedureCode();
                lines.add(
                        new ServiceLine(
                                day.date(),
                                line.revenueCode(),
                                code == null ? null : new Procedure(code, line.modifiers()),
                                line.units(),
                                "UN",
                                line.chargeCents(),
                                number + "-" + (lines.size() + 1)));
            }
        }
        require(
                draft.days().stream().noneMatch(day -> day.lines().isEmpty()),
                Missing.ofContract(
                        contract.id(), "NO_FEE", "Add the fee of this service to the contract."));
        require(
                contract.form() == Form.PROFESSIONAL
                        || lines.stream().allMatch(line -> line.revenueCode() != null),
                Missing.ofContract(
                        contract.id(),
                        "REVENUE_CODE",
                        "Add the revenue code to the contract's fees."));
        require(
                contract.form() == Form.INSTITUTIONAL
                        || lines.stream().allMatch(line -> line.procedure() != null),
                Missing.ofContract(
                        contract.id(),
                        "PROCEDURE_CODE",
                        "Add the procedure code to the contract's fees."));
        return lines;
    }

    private @Nullable ClaimForm form(@Nullable Provider provider) {
        if (contract.form() == Form.PROFESSIONAL) {
            var place = contract.placeOfService();
            require(
                    place != null,
                    Missing.ofContract(
                            contract.id(),
                            "PLACE_OF_SERVICE",
                            "Add the place of service to the contract."));
            return place == null || provider == null
                    ? null
                    : new ClaimForm.Professional(
                            place, again == null ? "1" : again.how().frequency(), provider, null);
        }
        var bill = contract.typeOfBill();
        require(
                bill != null,
                Missing.ofContract(
                        contract.id(), "TYPE_OF_BILL", "Add the type of bill to the contract."));
        if (bill == null || provider == null) {
            return null;
        }
        boolean left = leftWithin();
        return new ClaimForm.Institutional(
                bill.substring(0, Math.min(2, bill.length())) + frequency(left),
                draft.from(),
                draft.through(),
                "3",
                "1",
                left ? "01" : "30",
                conditionCodes(),
                provider);
    }

    /** Whether the client was discharged by the end of the claim's days. */
    private boolean leftWithin() {
        var stay = draft.days().getLast().stay();
        return stay != null
                && stay.dischargedOn() != null
                && !stay.dischargedOn().isAfter(draft.through());
    }

    /**
     * Medicare wants a series of bills (first, continuing, last) and a status that fits; others
     * refuse interim bills (CARC 135) and take each claim as whole.
     */
    private String frequency(boolean left) {
        if (again != null && again.how().needsPayerNumber()) {
            return again.how().frequency();
        }
        if (!contract.medicare()) {
            return "1";
        }
        if (left) {
            return billedBefore ? "4" : "1";
        }
        return billedBefore ? "3" : "2";
    }

    private List<String> conditionCodes() {
        Stay stay = draft.days().getFirst().stay();
        return stay == null
                ? List.of()
                : ConditionCodes.of(contract, stay.levelOfCare(), draft.from());
    }

    private Missing client(String code, String words) {
        return Missing.ofClient(draft.patient().id(), code, words);
    }

    private void require(boolean holds, Missing otherwise) {
        if (!holds) {
            missing.add(otherwise);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
