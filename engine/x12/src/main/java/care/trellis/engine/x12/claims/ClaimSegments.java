package care.trellis.engine.x12.claims;

import static care.trellis.engine.x12.claims.ClaimForm.Institutional;
import static care.trellis.engine.x12.claims.ClaimForm.Professional;

import care.trellis.engine.x12.Clean;
import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.Money;
import care.trellis.engine.x12.SegmentWriter;
import io.xlate.edi.stream.EDIStreamException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the loops of one 837 transaction in the order of the guide. */
final class ClaimSegments {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int CODES_PER_SEGMENT = 12;

    /** Support data for the claim (PWK01). */
    private static final String PROOF = "OZ";

    /** How a claim's note begins that says when the first filing was acknowledged. */
    static final String ACKNOWLEDGED = "FIRST FILING ACKNOWLEDGED ";

    /** Where the writer is, so that a refusal by the schema can say it. */
    static final class Place {

        private @Nullable String claim;
        private String loop = "ISA";
        private String segment = "ISA";

        ClaimProblem refusedBecause(Exception e) {
            return new ClaimProblem(
                    claim,
                    loop,
                    segment,
                    "The guide's schema does not allow it: " + e.getMessage());
        }
    }

    private final SegmentWriter out;
    private final Place place;
    private final OtherPayerSegments others = new OtherPayerSegments(this);
    private int level;

    ClaimSegments(SegmentWriter out, Place place) {
        this.out = out;
        this.place = place;
    }

    void header(Interchange interchange, int batch) throws EDIStreamException {
        in("ST");
        var at = interchange.at();
        write(
                "BHT",
                "0019",
                "00",
                interchange.controlNumber() + (batch == 1 ? "" : "-" + batch),
                DAY.format(at.toLocalDate()),
                DateTimeFormatter.ofPattern("HHmm").format(at),
                "CH");
        in("1000A");
        var submitter = interchange.submitter();
        organization("41", submitter.name(), "46", submitter.id());
        write(
                "PER",
                "IC",
                Clean.text(submitter.contactName()),
                "TE",
                submitter.phone().replaceAll("[^0-9]", ""));
        in("1000B");
        organization("40", interchange.receiver().name(), "46", interchange.receiver().id());
    }

    void billingProvider(BillingProvider provider) throws EDIStreamException {
        in("2000A");
        level = 1;
        write("HL", "1", null, "20", "1");
        write("PRV", "BI", "PXC", provider.taxonomy());
        in("2010AA");
        organization("85", provider.name(), "XX", provider.npi());
        address(provider.address());
        write("REF", "EI", provider.taxId().replaceAll("[^0-9]", ""));
    }

    void claim(Claim claim) throws EDIStreamException {
        place.claim = claim.patientControlNumber();
        subscriber(claim);
        if (claim.patient() != null) {
            patient(claim.patient());
        }
        in("2300");
        switch (claim.form()) {
            case Institutional form -> institutional(claim, form);
            case Professional form -> professional(claim, form);
        }
        for (var other : claim.coordination().others()) {
            others.payer(other);
        }
        int number = 0;
        for (var line : claim.lines()) {
            line(claim.form(), line, ++number);
            for (var decided : line.adjudications()) {
                others.line(decided);
            }
        }
        place.claim = null;
    }

    private void subscriber(Claim claim) throws EDIStreamException {
        in("2000B");
        var self = claim.patient() == null;
        write("HL", String.valueOf(++level), "1", "22", self ? "0" : "1");
        var subscriber = claim.subscriber();
        write(
                "SBR",
                claim.coordination().order(),
                self ? "18" : null,
                subscriber.groupNumber(),
                null,
                null,
                null,
                null,
                null,
                claim.payer().filingCode());
        in("2010BA");
        person("IL", subscriber.person(), "MI", subscriber.memberId());
        in("2010BB");
        organization("PR", claim.payer().name(), "PI", claim.payer().id());
    }

    private void patient(Dependent patient) throws EDIStreamException {
        in("2000C");
        var parent = String.valueOf(level);
        write("HL", String.valueOf(++level), parent, "23", "0");
        write("PAT", patient.relationship());
        in("2010CA");
        person("QC", patient.person(), null, null);
    }

    private void institutional(Claim claim, Institutional form) throws EDIStreamException {
        head(claim, List.of(form.facility(), "A", form.frequency()), null);
        write("DTP", "434", "RD8", day(form.from()) + "-" + day(form.to()));
        write("CL1", form.admissionType(), form.pointOfOrigin(), form.patientStatus());
        references(claim);
        var diagnoses = claim.diagnoses();
        codes("ABK", diagnoses.subList(0, 1));
        codes("ABF", diagnoses.subList(1, diagnoses.size()));
        codes("BG", form.conditionCodes());
        in("2310A");
        provider("71", "AT", form.attending());
    }

    /**
     * The claim's first segment (CLM).
     *
     * @param place where, in which code list, and the frequency code (CLM05)
     * @param signed whether the provider signed (CLM06); professional claims say so
     */
    private void head(Claim claim, List<String> place, @Nullable String signed)
            throws EDIStreamException {
        write(
                "CLM",
                claim.patientControlNumber(),
                Money.element(claim.chargeCents()),
                null,
                null,
                place,
                signed,
                "A",
                "Y",
                "Y",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                delay(claim));
    }

    private void professional(Claim claim, Professional form) throws EDIStreamException {
        head(claim, List.of(form.placeOfService(), "B", form.frequency()), "Y");
        references(claim);
        var composites = new ArrayList<@Nullable Object>();
        for (var diagnosis : claim.diagnoses()) {
            composites.add(List.of(composites.isEmpty() ? "ABK" : "ABF", bare(diagnosis)));
        }
        write("HI", composites.toArray());
        if (form.rendering() != null) {
            in("2310B");
            provider("82", "PE", form.rendering());
        }
        var facility = form.serviceFacility();
        if (facility != null) {
            in("2310C");
            organization("77", facility.name(), "XX", facility.npi());
            address(facility.address());
        }
    }

    private static @Nullable String delay(Claim claim) {
        return claim.late() == null ? null : claim.late().reason();
    }

    private void references(Claim claim) throws EDIStreamException {
        var late = claim.late();
        if (late != null && late.attachment() != null) {
            var number = late.attachment().number();
            write(
                    "PWK",
                    PROOF,
                    late.attachment().way(),
                    null,
                    null,
                    number == null ? null : "AC",
                    number);
        }
        if (claim.authorizationNumber() != null) {
            write("REF", "G1", claim.authorizationNumber());
        }
        if (claim.originalClaimNumber() != null) {
            write("REF", "F8", claim.originalClaimNumber());
        }
        if (late != null && late.acknowledgedOn() != null) {
            write("NTE", "ADD", ACKNOWLEDGED + day(late.acknowledgedOn()));
        }
    }

    private void codes(String qualifier, List<String> codes) throws EDIStreamException {
        for (int from = 0; from < codes.size(); from += CODES_PER_SEGMENT) {
            int to = Math.min(from + CODES_PER_SEGMENT, codes.size());
            write(
                    "HI",
                    codes.subList(from, to).stream()
                            .map(code -> List.of(qualifier, bare(code)))
                            .toArray());
        }
    }

    private void line(ClaimForm form, ServiceLine line, int number) throws EDIStreamException {
        in("2400");
        write("LX", String.valueOf(number));
        var procedure = new ArrayList<String>();
        if (line.procedure() != null) {
            procedure.addAll(List.of("HC", line.procedure().code()));
            procedure.addAll(line.procedure().modifiers());
        }
        var charge = Money.element(line.chargeCents());
        var units = String.valueOf(line.units());
        switch (form) {
            case Institutional ignored ->
                    write("SV2", revenue(line), procedure, charge, line.unit(), units);
            case Professional ignored ->
                    write("SV1", procedure, charge, line.unit(), units, null, null, List.of("1"));
        }
        write("DTP", "472", "D8", day(line.date()));
        if (line.controlNumber() != null) {
            write("REF", "6R", line.controlNumber());
        }
    }

    private static String revenue(ServiceLine line) {
        var code = line.revenueCode() == null ? "" : line.revenueCode();
        return code.length() == 3 ? "0" + code : code;
    }

    void organization(String role, String name, String qualifier, String id)
            throws EDIStreamException {
        write("NM1", role, "2", Clean.text(name), null, null, null, null, qualifier, id);
    }

    private void person(String role, Person person, @Nullable String qualifier, @Nullable String id)
            throws EDIStreamException {
        var middle = person.middleName() == null ? null : Clean.text(person.middleName());
        write(
                "NM1",
                role,
                "1",
                Clean.text(person.lastName()),
                Clean.text(person.firstName()),
                middle,
                null,
                null,
                qualifier,
                id);
        address(person.address());
        write("DMG", "D8", day(person.birthDate()), person.sex());
    }

    private void provider(String role, String kind, Provider provider) throws EDIStreamException {
        write(
                "NM1",
                role,
                "1",
                Clean.text(provider.lastName()),
                Clean.text(provider.firstName()),
                null,
                null,
                null,
                "XX",
                provider.npi());
        if (provider.taxonomy() != null) {
            write("PRV", kind, "PXC", provider.taxonomy());
        }
    }

    void address(Address address) throws EDIStreamException {
        var second = address.line2() == null ? null : Clean.text(address.line2());
        write("N3", Clean.text(address.line1()), second);
        write(
                "N4",
                Clean.text(address.city()),
                Clean.text(address.state()),
                address.zip().replace("-", ""));
    }

    void in(String loop) {
        place.loop = loop;
    }

    void write(String tag, @Nullable Object... elements) throws EDIStreamException {
        place.segment = tag;
        out.segment(tag, elements);
    }

    private static String bare(String code) {
        return code.replace(".", "");
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }
}
