package care.trellis.engine.x12.claims;

import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.TransactionParser;
import care.trellis.engine.x12.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the segments of one 837 transaction into claims. */
final class ClaimParser implements TransactionParser {

    private static final Segment NONE = new Segment("", List.of(), 0, 0);
    private static final int MOST = 20_000;

    private final ClaimListener listener;
    private final Problems problems;
    private final Parties parties = new Parties();
    private Segment subscriberLevel = NONE;
    private @Nullable Segment patientLevel;
    private @Nullable Segment claim;
    private @Nullable Segment codes;
    private @Nullable Segment statement;
    private @Nullable String authorization;
    private @Nullable String original;
    private Late.@Nullable Attachment proof;
    private @Nullable LocalDate acknowledged;
    private final OtherPayers others = new OtherPayers();
    private List<String> diagnoses = new ArrayList<>();
    private List<String> conditions = new ArrayList<>();
    private List<ServiceLine> lines = new ArrayList<>();
    private @Nullable Segment service;
    private @Nullable LocalDate day;
    private @Nullable String lineNumber;

    ClaimParser(ClaimListener listener, Problems problems) {
        this.listener = listener;
        this.problems = problems;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "HL" -> level(segment);
            case "SBR" -> {
                if (claim == null) {
                    subscriberLevel = segment;
                } else {
                    others.begin(segment);
                }
            }
            case "PAT" -> patientLevel = claim == null ? segment : patientLevel;
            case "CLM" -> {
                endClaim();
                claim = segment;
            }
            case "LX" -> endLine();
            default -> {
                if (others.open() && service == null && !isLine(segment)) {
                    others.within(segment, problems);
                } else {
                    within(segment);
                }
            }
        }
    }

    private static boolean isLine(Segment segment) {
        return segment.tag().equals("SV1") || segment.tag().equals("SV2");
    }

    private void level(Segment segment) {
        endClaim();
        switch (segment.text(3)) {
            case "20" -> parties.clear();
            case "22" -> {
                parties.forget("IL");
                parties.forget("PR");
                subscriberLevel = NONE;
                patientLevel = null;
            }
            default -> {
                parties.forget("QC");
                patientLevel = null;
            }
        }
    }

    private void within(Segment segment) {
        switch (segment.tag()) {
            case "NM1", "N3", "N4", "DMG", "PRV" -> {
                if (service == null) {
                    parties.segment(segment);
                }
            }
            case "REF" -> reference(segment);
            case "DTP" -> days(segment);
            case "CL1" -> codes = segment;
            case "PWK" -> proof = service == null ? proof(segment) : proof;
            case "NTE" -> note(segment);
            case "HI" -> codes(segment);
            case "SV1", "SV2" -> service = segment;
            case "SVD", "CAS", "AMT" -> others.line(segment, problems);
            default -> {}
        }
    }

    private void reference(Segment segment) {
        var value = segment.text(2);
        switch (segment.text(1)) {
            case "G1" -> authorization = service == null ? value : authorization;
            case "F8" -> original = service == null ? value : original;
            case "6R" -> lineNumber = service == null ? lineNumber : value;
            case "EI", "SY" -> parties.taxId(value);
            default -> {}
        }
    }

    private static Late.Attachment proof(Segment segment) {
        var number = segment.text(6);
        return new Late.Attachment(segment.text(2), number.isEmpty() ? null : number);
    }

    private void note(Segment segment) {
        var text = segment.text(2);
        if (service == null && text.startsWith(ClaimSegments.ACKNOWLEDGED)) {
            acknowledged = Values.date(text.substring(ClaimSegments.ACKNOWLEDGED.length()));
        }
    }

    private void days(Segment segment) {
        switch (segment.text(1)) {
            case "434" -> statement = segment;
            case "472" -> day = Values.date(segment.text(3));
            case "573" -> others.decided(segment);
            default -> {}
        }
    }

    private void codes(Segment segment) {
        for (int at = 1; at <= segment.size(); at++) {
            var code = segment.component(at, 2);
            if (code.isEmpty() || diagnoses.size() + conditions.size() > MOST) {
                continue;
            }
            switch (segment.component(at, 1)) {
                case "ABK", "BK" -> diagnoses.addFirst(code);
                case "ABF", "BF" -> diagnoses.add(code);
                case "BG" -> conditions.add(code);
                default -> {}
            }
        }
    }

    private void endLine() {
        var line = service;
        if (line != null && lines.size() < MOST) {
            boolean institutional = line.tag().equals("SV2");
            int at = institutional ? 2 : 1;
            var code = line.component(at, 2);
            var modifiers = new ArrayList<String>();
            for (int component = 3; component <= 6; component++) {
                if (!line.component(at, component).isEmpty()) {
                    modifiers.add(line.component(at, component));
                }
            }
            var units = Values.number(line.text(at + 3));
            lines.add(
                    new ServiceLine(
                            day == null ? statementDay(true) : day,
                            institutional ? line.text(1) : null,
                            code.isEmpty() ? null : new Procedure(code, modifiers),
                            units == null ? 1 : units.intValue(),
                            line.text(at + 2),
                            Values.cents(line, at + 1, problems),
                            lineNumber,
                            others.takeLine()));
        }
        service = null;
        day = null;
        lineNumber = null;
    }

    /** First or last day of the statement; a file that says neither is from long ago. */
    private LocalDate statementDay(boolean first) {
        var text = statement == null ? "" : statement.text(3);
        var date = Values.date(first || text.length() < 17 ? text : text.substring(9));
        return date == null ? LocalDate.EPOCH : date;
    }

    private void endClaim() {
        endLine();
        var open = claim;
        if (open == null) {
            return;
        }
        var built = build(open);
        if (Values.cents(open, 2, problems) != built.chargeCents()) {
            problems.warning(
                    "CLAIM_NOT_SUM_OF_LINES",
                    open.position(),
                    open.line(),
                    "CLM02 is not the sum of the claim's lines.");
        }
        listener.claim(parties.billing(), built);
        claim = null;
        codes = null;
        statement = null;
        authorization = null;
        original = null;
        proof = null;
        acknowledged = null;
        others.clear();
        diagnoses = new ArrayList<>();
        conditions = new ArrayList<>();
        lines = new ArrayList<>();
        for (var role : List.of("71", "82", "77")) {
            parties.forget(role);
        }
    }

    private Claim build(Segment open) {
        var patient = patientLevel;
        var group = subscriberLevel.text(3);
        return new Claim(
                open.text(1),
                new Subscriber(
                        parties.person("IL"), parties.id("IL"), group.isEmpty() ? null : group),
                patient == null ? null : new Dependent(parties.person("QC"), patient.text(1)),
                new Payer(parties.lastName("PR"), parties.id("PR"), subscriberLevel.text(9)),
                form(open),
                diagnoses,
                authorization,
                original,
                lines,
                new Coordination(
                        subscriberLevel.text(1).isEmpty() ? "P" : subscriberLevel.text(1),
                        others.payers()),
                open.text(20).isEmpty() ? null : new Late(open.text(20), acknowledged, proof));
    }

    private ClaimForm form(Segment open) {
        var place = open.component(5, 1);
        var frequency = open.component(5, 3);
        var kind = codes;
        if (open.component(5, 2).equals("A")) {
            var origin = kind == null ? "" : kind.text(2);
            return new ClaimForm.Institutional(
                    place + frequency,
                    statementDay(true),
                    statementDay(false),
                    kind == null ? "" : kind.text(1),
                    origin.isEmpty() ? null : origin,
                    kind == null ? "" : kind.text(3),
                    conditions,
                    parties.provider("71"));
        }
        return new ClaimForm.Professional(
                place,
                frequency,
                parties.has("82") ? parties.provider("82") : null,
                parties.has("77")
                        ? new Facility(
                                parties.lastName("77"), parties.id("77"), parties.address("77"))
                        : null);
    }

    @Override
    public void end() {
        endClaim();
    }
}
