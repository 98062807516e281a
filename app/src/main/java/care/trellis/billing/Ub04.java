package care.trellis.billing;

import care.trellis.documents.GridSheet.Box;
import care.trellis.engine.x12.claims.Address;
import care.trellis.engine.x12.claims.BillingProvider;
import care.trellis.engine.x12.claims.Claim;
import care.trellis.engine.x12.claims.ClaimForm.Institutional;
import care.trellis.engine.x12.claims.OtherPayer;
import care.trellis.engine.x12.claims.ServiceLine;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A facility's claim on paper: the boxes of the UB-04 (CMS-1450) by their numbers, at their places
 * on its grid of ten characters and six lines an inch. More than 22 lines go on to another page;
 * the totals stand on the last.
 */
final class Ub04 {

    private static final int LINES_A_PAGE = 22;
    private static final int FIRST_LINE = 19;
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("MMddyyyy");

    private final BillingProvider provider;
    private final Claim claim;
    private final Institutional form;
    private final LocalDate today;

    private Ub04(BillingProvider provider, Claim claim, Institutional form, LocalDate today) {
        this.provider = provider;
        this.claim = claim;
        this.form = form;
        this.today = today;
    }

    /** Its pages. */
    static List<List<Box>> pages(
            BillingProvider provider, Claim claim, Institutional form, LocalDate today) {
        var ub = new Ub04(provider, claim, form, today);
        int count = Math.max(1, (claim.lines().size() + LINES_A_PAGE - 1) / LINES_A_PAGE);
        var pages = new ArrayList<List<Box>>();
        for (int page = 0; page < count; page++) {
            pages.add(ub.page(page, count));
        }
        return pages;
    }

    private List<Box> page(int page, int of) {
        var boxes = new Boxes();
        head(boxes);
        patient(boxes);
        lines(boxes, page, of);
        payers(boxes);
        diagnoses(boxes);
        return boxes.list();
    }

    private void head(Boxes boxes) {
        var address = provider.address();
        boxes.put("1", 1, 2, 25, provider.name())
                .put("1", 2, 2, 25, address.line1())
                .put("1", 3, 2, 25, cityOf(address))
                .put("1", 4, 2, 25, zip(address.zip()))
                .put("3a", 1, 53, 24, claim.patientControlNumber())
                .put("4", 2, 78, 4, "0" + form.facility() + form.frequency())
                .put("5", 4, 51, 10, digits(provider.taxId()))
                .put("6 from", 4, 62, 6, Boxes.day(form.from()))
                .put("6 through", 4, 69, 6, Boxes.day(form.to()));
    }

    private void patient(Boxes boxes) {
        var dependent = claim.patient();
        var person = dependent == null ? claim.subscriber().person() : dependent.person();
        boxes.put("8a", 5, 12, 19, claim.subscriber().memberId())
                .put("8b", 6, 3, 29, person.lastName() + " " + person.firstName())
                .put("9a", 5, 43, 39, person.address().line1())
                .put("9b", 6, 34, 31, person.address().city())
                .put("9c", 6, 67, 2, person.address().state())
                .put("9d", 6, 71, 9, digits(person.address().zip()))
                .put("10", 8, 1, 8, LONG.format(person.birthDate()))
                .put("11", 8, 11, 1, person.sex())
                .put("12", 8, 14, 6, Boxes.day(form.from()))
                .put("14", 8, 25, 1, form.admissionType())
                .put("15", 8, 28, 1, form.pointOfOrigin())
                .put("17", 8, 34, 2, form.patientStatus());
        for (int at = 0; at < 11; at++) {
            var codes = form.conditionCodes();
            boxes.put(
                    Integer.toString(18 + at),
                    8,
                    37 + 3 * at,
                    2,
                    at < codes.size() ? codes.get(at) : "");
        }
        boxes.put("38", 13, 2, 41, claim.payer().name());
    }

    private void lines(Boxes boxes, int page, int of) {
        var lines = claim.lines();
        for (int row = 0; row < LINES_A_PAGE; row++) {
            int at = page * LINES_A_PAGE + row;
            int line = FIRST_LINE + row;
            if (at < lines.size()) {
                line(boxes, line, lines.get(at));
            } else {
                boxes.put("42", line, 2, 4, "")
                        .put("44", line, 31, 14, "")
                        .put("45", line, 46, 6, "")
                        .put("46", line, 53, 7, "")
                        .put("47", line, 61, 9, "");
            }
        }
        int foot = FIRST_LINE + LINES_A_PAGE;
        boxes.put("42", foot, 2, 4, page + 1 == of ? "0001" : "")
                .put("page", foot, 12, 3, Integer.toString(page + 1))
                .put("of", foot, 18, 3, Integer.toString(of))
                .put("created", foot, 46, 6, Boxes.day(today));
        if (page + 1 == of) {
            boxes.money("47 total", foot, 61, 9, claim.chargeCents());
        }
    }

    private static void line(Boxes boxes, int line, ServiceLine of) {
        var procedure = of.procedure();
        boxes.put("42", line, 2, 4, of.revenueCode())
                .put(
                        "44",
                        line,
                        31,
                        14,
                        procedure == null
                                ? ""
                                : procedure.code() + String.join("", procedure.modifiers()))
                .put("45", line, 46, 6, Boxes.day(of.date()))
                .put("46", line, 53, 7, "%7d".formatted(of.units()))
                .money("47", line, 61, 9, of.chargeCents());
    }

    /** The payers before stand above the one that the claim goes to, each on its own line. */
    private void payers(Boxes boxes) {
        var others = claim.coordination().others();
        boxes.put("56", 42, 68, 11, provider.npi());
        for (int at = 0; at <= others.size(); at++) {
            boolean now = at == others.size();
            var name = now ? claim.payer().name() : others.get(at).payer().name();
            var id = now ? claim.payer().id() : others.get(at).payer().id();
            var subscriber = now ? claim.subscriber() : others.get(at).subscriber();
            var letter = String.valueOf((char) ('A' + at));
            boxes.put("50" + letter, 43 + at, 2, 23, name)
                    .put("51" + letter, 43 + at, 26, 15, id)
                    .put("52" + letter, 43 + at, 42, 1, "Y")
                    .put("53" + letter, 43 + at, 45, 1, "Y");
            if (!now) {
                boxes.money("54" + letter, 43 + at, 47, 10, others.get(at).paidCents());
            } else if (at > 0) {
                boxes.money("55" + letter, 43 + at, 58, 9, remaining(others.getLast()));
            }
            boxes.put(
                            "58" + letter,
                            47 + at,
                            2,
                            25,
                            subscriber.person().lastName() + " " + subscriber.person().firstName())
                    .put(
                            "59" + letter,
                            47 + at,
                            28,
                            2,
                            claim.patient() == null ? "18" : claim.patient().relationship())
                    .put("60" + letter, 47 + at, 31, 20, subscriber.memberId())
                    .put("62" + letter, 47 + at, 67, 15, subscriber.groupNumber())
                    .put("63" + letter, 51 + at, 2, 30, now ? claim.authorizationNumber() : "")
                    .put("64" + letter, 51 + at, 33, 26, numberAt(at, now, others));
        }
    }

    private String numberAt(int at, boolean now, List<OtherPayer> others) {
        var number = now ? claim.originalClaimNumber() : others.get(at).claimNumber();
        return number == null ? "" : number;
    }

    private long remaining(OtherPayer other) {
        var said = other.remainingCents();
        return said != null
                ? said
                : claim.lines().stream()
                        .flatMap(line -> line.adjudications().stream())
                        .filter(it -> it.payer().equals(other.payer().id()))
                        .mapToLong(it -> it.remainingCents() == null ? 0 : it.remainingCents())
                        .sum();
    }

    private void diagnoses(Boxes boxes) {
        var codes = claim.diagnoses();
        boxes.put("66", 55, 1, 1, "0").put("67", 54, 3, 7, bare(codes.getFirst()));
        for (int at = 1; at < Math.min(codes.size(), 18); at++) {
            boxes.put(
                    "67" + (char) ('A' + at - 1),
                    at < 9 ? 54 : 55,
                    3 + 8 * (at < 9 ? at : at - 9),
                    7,
                    bare(codes.get(at)));
        }
        var attending = form.attending();
        boxes.put("76 NPI", 57, 58, 10, attending.npi())
                .put("76 last", 58, 53, 16, attending.lastName())
                .put("76 first", 58, 71, 11, attending.firstName())
                .put("81a", 62, 29, 2, "B3")
                .put("81a", 62, 32, 10, provider.taxonomy());
    }

    private static String cityOf(Address address) {
        return address.city() + " " + address.state();
    }

    private static String zip(String zip) {
        var digits = digits(zip);
        return digits.length() == 9 ? digits.substring(0, 5) + "-" + digits.substring(5) : digits;
    }

    private static String bare(String code) {
        return code.replace(".", "");
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
