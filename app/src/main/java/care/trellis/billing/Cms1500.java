package care.trellis.billing;

import care.trellis.documents.GridSheet.Box;
import care.trellis.engine.x12.claims.BillingProvider;
import care.trellis.engine.x12.claims.Claim;
import care.trellis.engine.x12.claims.ClaimForm.Professional;
import care.trellis.engine.x12.claims.Person;
import care.trellis.engine.x12.claims.ServiceLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A professional's claim on paper: the items of the CMS-1500 (02/12) by their numbers, at their
 * places on its grid of ten characters and six lines an inch. More than six lines go on to another
 * form, each with its own total, as payers read them.
 */
final class Cms1500 {

    private static final int LINES_A_PAGE = 6;
    private static final int FIRST_LINE = 44;

    private final BillingProvider provider;
    private final Claim claim;
    private final Professional form;
    private final LocalDate today;

    private Cms1500(BillingProvider provider, Claim claim, Professional form, LocalDate today) {
        this.provider = provider;
        this.claim = claim;
        this.form = form;
        this.today = today;
    }

    /** Its forms. */
    static List<List<Box>> pages(
            BillingProvider provider, Claim claim, Professional form, LocalDate today) {
        var cms = new Cms1500(provider, claim, form, today);
        var pages = new ArrayList<List<Box>>();
        for (int from = 0; from < claim.lines().size(); from += LINES_A_PAGE) {
            int to = Math.min(from + LINES_A_PAGE, claim.lines().size());
            pages.add(cms.page(claim.lines().subList(from, to)));
        }
        return pages;
    }

    private List<Box> page(List<ServiceLine> lines) {
        var boxes = new Boxes();
        people(boxes);
        other(boxes);
        diagnoses(boxes);
        for (int row = 0; row < LINES_A_PAGE; row++) {
            int line = FIRST_LINE + 2 * row;
            if (row < lines.size()) {
                line(boxes, line, lines.get(row));
            } else {
                boxes.put("24A", line, 1, 17, "")
                        .put("24D", line, 25, 6, "")
                        .put("24F", line, 50, 8, "")
                        .put("24G", line, 59, 3, "");
            }
        }
        foot(boxes, lines);
        return boxes.list();
    }

    private void people(Boxes boxes) {
        var dependent = claim.patient();
        var insured = claim.subscriber().person();
        var patient = dependent == null ? insured : dependent.person();
        var code = claim.payer().filingCode();
        boxes.put("payer", 2, 41, 38, claim.payer().name())
                .cross("1 Medicare", 8, 1, code.equals("MB"))
                .cross("1 Medicaid", 8, 8, code.equals("MC"))
                .cross("1 Tricare", 8, 15, code.equals("CH"))
                .cross("1 Group", 8, 31, List.of("CI", "BL", "HM").contains(code))
                .cross(
                        "1 Other",
                        8,
                        45,
                        !List.of("MB", "MC", "CH", "CI", "BL", "HM").contains(code))
                .put("1a", 8, 50, 29, claim.subscriber().memberId())
                .put("2", 10, 1, 28, name(patient))
                .put("3", 10, 31, 2, "%02d".formatted(patient.birthDate().getMonthValue()))
                .put("3", 10, 34, 2, "%02d".formatted(patient.birthDate().getDayOfMonth()))
                .put("3", 10, 37, 4, Integer.toString(patient.birthDate().getYear()))
                .cross("3 M", 10, 42, patient.sex().equals("M"))
                .cross("3 F", 10, 47, patient.sex().equals("F"))
                .put("4", 10, 50, 29, name(insured))
                .put("5", 12, 1, 28, patient.address().line1())
                .cross("6 self", 12, 33, dependent == null)
                .cross("6 spouse", 12, 38, related("01"))
                .cross("6 child", 12, 42, related("19"))
                .cross("6 other", 12, 47, dependent != null && !related("01") && !related("19"))
                .put("7", 12, 50, 29, insured.address().line1())
                .put("5 city", 14, 1, 24, patient.address().city())
                .put("5 state", 14, 26, 3, patient.address().state())
                .put("7 city", 14, 50, 23, insured.address().city())
                .put("7 state", 14, 74, 4, insured.address().state())
                .put("5 zip", 16, 1, 12, patient.address().zip())
                .put("7 zip", 16, 50, 12, insured.address().zip());
    }

    private boolean related(String code) {
        var dependent = claim.patient();
        return dependent != null && dependent.relationship().equals(code);
    }

    private void other(Boxes boxes) {
        var others = claim.coordination().others();
        var insured = claim.subscriber().person();
        if (others.isEmpty()) {
            boxes.put("9", 18, 1, 28, "").put("9a", 20, 1, 28, "").put("9d", 26, 1, 28, "");
        } else {
            var before = others.getLast();
            boxes.put("9", 18, 1, 28, name(before.subscriber().person()))
                    .put("9a", 20, 1, 28, before.subscriber().memberId())
                    .put("9d", 26, 1, 28, before.payer().name());
        }
        boxes.put("11", 18, 50, 29, claim.subscriber().groupNumber())
                .cross("10a no", 20, 41, true)
                .cross("10b no", 22, 41, true)
                .cross("10c no", 24, 41, true)
                .put("11a", 20, 53, 2, "%02d".formatted(insured.birthDate().getMonthValue()))
                .put("11a", 20, 56, 2, "%02d".formatted(insured.birthDate().getDayOfMonth()))
                .put("11a", 20, 59, 4, Integer.toString(insured.birthDate().getYear()))
                .cross("11a M", 20, 68, insured.sex().equals("M"))
                .cross("11a F", 20, 75, insured.sex().equals("F"))
                .put("11c", 24, 50, 29, claim.payer().name())
                .cross("11d yes", 26, 52, !others.isEmpty())
                .cross("11d no", 26, 57, others.isEmpty())
                .put("12", 30, 7, 25, "Signature on file")
                .put("13", 30, 57, 22, "Signature on file");
    }

    private void diagnoses(Boxes boxes) {
        boxes.put("21 ind", 37, 42, 1, "0");
        for (int at = 0; at < 12; at++) {
            var codes = claim.diagnoses();
            boxes.put(
                    "21" + (char) ('A' + at),
                    38 + at / 4,
                    3 + 13 * (at % 4),
                    8,
                    at < codes.size() ? codes.get(at).replace(".", "") : "");
        }
        boxes.put("22", 38, 50, 11, form.frequency().equals("1") ? "" : form.frequency())
                .put("22 ref", 38, 62, 18, claim.originalClaimNumber())
                .put("23", 40, 50, 29, claim.authorizationNumber());
    }

    private void line(Boxes boxes, int line, ServiceLine of) {
        var procedure = of.procedure();
        var date = Boxes.day(of.date());
        var rendering = form.rendering();
        for (int column : new int[] {1, 10}) {
            boxes.put("24A", line, column, 2, date.substring(0, 2))
                    .put("", line, column + 3, 2, date.substring(2, 4))
                    .put("", line, column + 6, 2, date.substring(4));
        }
        boxes.put("24B", line, 19, 2, form.placeOfService())
                .put("24D", line, 25, 6, procedure == null ? "" : procedure.code());
        for (int at = 0; at < 4; at++) {
            var modifiers = procedure == null ? List.<String>of() : procedure.modifiers();
            boxes.put("", line, 33 + 3 * at, 2, at < modifiers.size() ? modifiers.get(at) : "");
        }
        boxes.put("24E", line, 45, 4, "A")
                .put("24F", line, 50, 8, dollars(of.chargeCents(), 6))
                .put("24G", line, 59, 3, "%3d".formatted(of.units()))
                .put("24J", line, 68, 10, rendering == null ? provider.npi() : rendering.npi());
    }

    private void foot(Boxes boxes, List<ServiceLine> lines) {
        var address = provider.address();
        var facility = form.serviceFacility();
        var where = facility == null ? address : facility.address();
        var others = claim.coordination().others();
        long charge = lines.stream().mapToLong(ServiceLine::chargeCents).sum();
        long paid =
                others.isEmpty()
                        ? 0
                        : lines.stream()
                                .flatMap(line -> line.adjudications().stream())
                                .mapToLong(it -> it.paidCents())
                                .sum();
        boxes.put("25", 56, 1, 15, provider.taxId().replaceAll("[^0-9]", ""))
                .cross("25 EIN", 56, 19, true)
                .put("26", 56, 23, 14, claim.patientControlNumber())
                .cross("27 yes", 56, 38, true)
                .put("28", 56, 51, 9, dollars(charge, 7))
                .put("29", 56, 62, 8, others.isEmpty() ? "" : dollars(paid, 6))
                .put("31", 60, 1, 14, "Signed on file")
                .put("31 date", 60, 16, 6, Boxes.day(today))
                .put("32", 58, 23, 26, facility == null ? provider.name() : facility.name())
                .put("32", 59, 23, 26, where.line1())
                .put("32", 60, 23, 26, where.city() + " " + where.state() + " " + where.zip())
                .put("32a", 61, 24, 10, facility == null ? provider.npi() : facility.npi())
                .put("33", 58, 50, 29, provider.name())
                .put("33", 59, 50, 29, address.line1())
                .put("33", 60, 50, 29, address.city() + " " + address.state() + " " + address.zip())
                .put("33a", 61, 51, 10, provider.npi());
    }

    /** Dollars to the right of so many columns, a blank, and cents. */
    private static String dollars(long cents, int columns) {
        return ("%" + (columns - 1) + "d %02d").formatted(cents / 100, cents % 100);
    }

    private static String name(Person person) {
        return person.lastName()
                + ", "
                + person.firstName()
                + (person.middleName() == null ? "" : ", " + person.middleName());
    }
}
