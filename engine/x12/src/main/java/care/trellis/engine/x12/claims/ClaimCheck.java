package care.trellis.engine.x12.claims;

import static care.trellis.engine.x12.claims.ClaimForm.Institutional;
import static care.trellis.engine.x12.claims.ClaimForm.Professional;

import care.trellis.engine.x12.Clean;
import care.trellis.engine.x12.Interchange;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything a payer would send the file back for that can be seen in the records themselves. */
final class ClaimCheck {

    private static final String DIAGNOSIS = "[A-Z][0-9][0-9A-Z](\\.?[0-9A-Z]{1,4})?";

    private final Findings findings = new Findings();
    private final LocalDate today;

    private ClaimCheck(LocalDate today) {
        this.today = today;
    }

    static List<ClaimProblem> check(
            Interchange interchange, BillingProvider provider, List<Claim> claims) {
        var check = new ClaimCheck(interchange.at().toLocalDate());
        check.envelope(interchange);
        check.billingProvider(provider);
        check.batch(claims);
        claims.forEach(check::claim);
        return check.findings.problems();
    }

    private void envelope(Interchange interchange) {
        findings.require(
                interchange.controlNumber() >= 1 && interchange.controlNumber() <= 999_999_999,
                "ISA",
                "ISA13",
                "The control number must be 1 to 999999999.");
        var submitter = interchange.submitter();
        findings.id(submitter.id(), 2, 15, "1000A", "NM109", "The submitter id");
        findings.name(submitter.name(), 60, "1000A", "NM103", "The submitter's name");
        findings.name(submitter.contactName(), 60, "1000A", "PER02", "The submitter's contact");
        findings.require(
                digits(submitter.phone()).length() == 10,
                "1000A",
                "PER04",
                "The submitter's phone must have ten digits.");
        findings.id(interchange.receiver().id(), 2, 15, "1000B", "NM109", "The receiver id");
        findings.name(interchange.receiver().name(), 60, "1000B", "NM103", "The receiver's name");
    }

    private void billingProvider(BillingProvider provider) {
        findings.taxonomy(provider.taxonomy(), "2000A", "The billing provider's taxonomy");
        findings.name(provider.name(), 60, "2010AA", "NM103", "The billing provider's name");
        findings.npi(provider.npi(), "2010AA", "NM109", "The billing provider's NPI");
        findings.address(provider.address(), true, "2010AA", "The billing provider's");
        findings.require(
                !Clean.text(provider.address().line1()).matches("P\\.? ?O\\.? ?BOX.*"),
                "2010AA",
                "N301",
                "The billing provider's address must be a street, not a post-office box.");
        findings.require(
                digits(provider.taxId()).length() == 9,
                "2010AA",
                "REF02",
                "The billing provider's tax id must have nine digits.");
    }

    private void batch(List<Claim> claims) {
        findings.require(!claims.isEmpty(), "2300", "CLM", "There is no claim to send.");
        findings.require(
                claims.stream().map(claim -> claim.form().getClass()).distinct().count() <= 1,
                "2300",
                "CLM05",
                "Institutional and professional claims cannot share a file.");
        var seen = new HashSet<String>();
        for (var claim : claims) {
            findings.of(claim.patientControlNumber());
            findings.require(
                    seen.add(claim.patientControlNumber()),
                    "2300",
                    "CLM01",
                    "Two claims of this file have the same patient control number.");
        }
    }

    private void claim(Claim claim) {
        findings.of(claim.patientControlNumber());
        findings.require(
                claim.patientControlNumber().matches("[0-9A-Za-z-]{1,20}"),
                "2300",
                "CLM01",
                "The patient control number must be 1 to 20 letters, digits or hyphens.");
        findings.id(claim.subscriber().memberId(), 2, 80, "2010BA", "NM109", "The member id");
        person(claim.subscriber().person(), "2010BA", "The subscriber's");
        var group = claim.subscriber().groupNumber();
        if (group != null) {
            findings.id(group, 1, 50, "2000B", "SBR03", "The group number");
        }
        var patient = claim.patient();
        if (patient != null) {
            findings.require(
                    patient.relationship().matches("[0-9A-Z]{2}"),
                    "2000C",
                    "PAT01",
                    "The patient's relationship to the subscriber is missing.");
            person(patient.person(), "2010CA", "The patient's");
        }
        payer(claim.payer());
        diagnoses(claim);
        references(claim);
        switch (claim.form()) {
            case Institutional form -> institutional(form);
            case Professional form -> professional(form);
        }
        new LineCheck(findings, today).lines(claim);
        new CoordinationCheck(findings).check(claim);
        new LateCheck(findings, today).check(claim);
    }

    private void person(Person person, String loop, String whose) {
        findings.name(person.lastName(), 60, loop, "NM103", whose + " last name");
        findings.name(person.firstName(), 35, loop, "NM104", whose + " first name");
        findings.require(
                person.middleName() == null || Clean.text(person.middleName()).length() <= 25,
                loop,
                "NM105",
                whose + " middle name is longer than 25 characters.");
        findings.address(person.address(), false, loop, whose);
        findings.require(
                !person.birthDate().isAfter(today) && person.birthDate().getYear() >= 1870,
                loop,
                "DMG02",
                whose + " date of birth is not possible.");
        findings.require(
                Set.of("F", "M", "U").contains(person.sex()),
                loop,
                "DMG03",
                whose + " sex must be F, M or U.");
    }

    private void payer(Payer payer) {
        findings.name(payer.name(), 60, "2010BB", "NM103", "The payer's name");
        findings.id(payer.id(), 2, 80, "2010BB", "NM109", "The payer id");
        findings.require(
                payer.filingCode().matches("[0-9A-Z]{2}"),
                "2000B",
                "SBR09",
                "The payer's claim filing code must be two characters, such as CI.");
    }

    private void diagnoses(Claim claim) {
        int most = claim.form() instanceof Institutional ? 25 : 12;
        int count = claim.diagnoses().size();
        findings.require(
                count >= 1 && count <= most,
                "2300",
                "HI",
                "The claim needs 1 to " + most + " diagnoses; it has " + count + ".");
        for (var diagnosis : claim.diagnoses()) {
            findings.require(
                    diagnosis.matches(DIAGNOSIS),
                    "2300",
                    "HI",
                    "A diagnosis is not in the form of an ICD-10-CM code.");
        }
        findings.require(
                claim.diagnoses().stream().distinct().count() == count,
                "2300",
                "HI",
                "The same diagnosis is listed twice.");
    }

    private void references(Claim claim) {
        var authorization = claim.authorizationNumber();
        if (authorization != null) {
            findings.id(authorization, 1, 50, "2300", "REF G1", "The authorization number");
        }
        var original = claim.originalClaimNumber();
        if (original != null) {
            findings.id(original, 1, 50, "2300", "REF F8", "The payer's claim number");
        }
        findings.require(
                original != null || !Set.of("7", "8").contains(claim.form().frequency()),
                "2300",
                "REF F8",
                "A replacement or void needs the payer's number of the claim it concerns.");
    }

    private void institutional(Institutional form) {
        findings.require(
                form.typeOfBill().matches("0?[1-9][1-9][0-9A-Z]"),
                "2300",
                "CLM05",
                "The type of bill must be three digits, such as 131.");
        findings.require(
                !form.to().isBefore(form.from()) && !form.to().isAfter(today),
                "2300",
                "DTP 434",
                "The statement must end on or after its first day and not in the future.");
        findings.require(
                form.admissionType().matches("[1-59]"),
                "2300",
                "CL101",
                "The admission type must be 1 to 5 or 9.");
        findings.require(
                form.pointOfOrigin() == null || form.pointOfOrigin().matches("[0-9A-Z]"),
                "2300",
                "CL102",
                "The point of origin must be one character.");
        findings.require(
                form.patientStatus().matches("[0-9]{2}"),
                "2300",
                "CL103",
                "The patient status must be two digits, such as 30.");
        findings.require(
                form.conditionCodes().size() <= 24
                        && form.conditionCodes().stream().allMatch(c -> c.matches("[0-9A-Z]{2}")),
                "2300",
                "HI BG",
                "Condition codes are two characters each, at most 24.");
        findings.provider(form.attending(), "2310A", "The attending provider");
    }

    private void professional(Professional form) {
        findings.require(
                form.placeOfService().matches("[0-9]{2}"),
                "2300",
                "CLM05",
                "The place of service must be two digits, such as 57.");
        findings.require(
                Set.of("1", "7", "8").contains(form.frequency()),
                "2300",
                "CLM05",
                "The frequency must be 1, 7 or 8.");
        if (form.rendering() != null) {
            findings.provider(form.rendering(), "2310B", "The rendering provider");
        }
        var facility = form.serviceFacility();
        if (facility != null) {
            findings.name(facility.name(), 60, "2310C", "NM103", "The service facility's name");
            findings.npi(facility.npi(), "2310C", "NM109", "The service facility's NPI");
            findings.address(facility.address(), true, "2310C", "The service facility's");
        }
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
