package care.trellis.engine.x12.reviews;

import care.trellis.engine.x12.Member;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.TransactionParser;
import care.trellis.engine.x12.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes requests or answers of one 278; which of both its BHT02 says. */
final class ReviewParser implements TransactionParser {

    private static final int MOST = 1_000;

    private final Consumer<ReviewRequest> requests;
    private final Consumer<ReviewAnswer> answers;
    private boolean request;
    private Member member = new Member("", "", "", null, null);
    private boolean open;
    private boolean inService;
    private String trace = "";
    private @Nullable Segment review;
    private @Nullable ReviewDecision decision;
    private @Nullable String earlier;
    private List<String> diagnoses = new ArrayList<>();
    private List<String> rejections = new ArrayList<>();
    private List<ReviewedService> services = new ArrayList<>();
    private Days days = new Days();
    private Service service = new Service();

    ReviewParser(Consumer<ReviewRequest> requests, Consumer<ReviewAnswer> answers) {
        this.requests = requests;
        this.answers = answers;
    }

    /** What is known of the service that is being read. */
    private static final class Service {
        private @Nullable String procedure;
        private @Nullable String revenue;
        private int units;
        private String unit = "";
        private final Days days = new Days();
        private @Nullable ReviewDecision decision;
    }

    /** The days of a service or of the whole: those certified go before those asked for. */
    private static final class Days {
        private @Nullable LocalDate from;
        private @Nullable LocalDate to;
        private @Nullable LocalDate effective;
        private @Nullable LocalDate expires;

        void read(Segment segment) {
            var text = segment.text(3);
            var first = Values.date(text);
            var last = text.length() == 17 ? Values.date(text.substring(9)) : null;
            switch (segment.text(1)) {
                case "472", "AAH" -> {
                    from = first;
                    to = last == null ? first : last;
                }
                case "007" -> {
                    effective = first;
                    expires = last == null ? expires : last;
                }
                case "036" -> expires = last == null ? first : last;
                default -> {}
            }
        }

        boolean certified() {
            return effective != null || expires != null;
        }

        @Nullable LocalDate from() {
            return effective == null ? from : effective;
        }

        @Nullable LocalDate to() {
            return expires == null ? to : expires;
        }
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "BHT" -> request = segment.text(2).equals("13");
            case "HL" -> level(segment.text(3));
            case "NM1" -> name(segment);
            case "DMG" -> {
                var sex = segment.text(3);
                member =
                        new Member(
                                member.lastName(),
                                member.firstName(),
                                member.memberId(),
                                Values.date(segment.text(2)),
                                sex.isEmpty() ? null : sex);
            }
            case "TRN" -> {
                // an answer repeats our number as 2, and may add the payer's own as 1
                if (open && !inService && (request || segment.text(1).equals("2"))) {
                    trace = segment.text(2);
                }
            }
            case "UM" -> review = inService || review != null ? review : segment;
            case "REF" -> earlier = segment.text(1).equals("BB") ? segment.text(2) : earlier;
            case "HI" -> diagnoses(segment);
            case "AAA" -> {
                if (rejections.size() < MOST) {
                    rejections.add(segment.text(3));
                }
            }
            case "HCR" -> {
                var said = new ReviewDecision(segment.text(1), segment.text(2), segment.text(3));
                if (inService) {
                    service.decision = said;
                } else {
                    decision = said;
                }
            }
            case "DTP" -> (inService ? service.days : days).read(segment);
            case "SV1" -> service.procedure = orNull(segment.component(1, 2));
            case "SV2" -> {
                service.revenue = orNull(segment.text(1));
                service.procedure = orNull(segment.component(2, 2));
            }
            case "HSD" -> {
                service.unit = segment.text(1);
                boolean rate = !segment.text(3).isEmpty() || !segment.text(5).isEmpty();
                service.units =
                        !rate && segment.text(2).matches("[0-9]{1,6}")
                                ? Integer.parseInt(segment.text(2))
                                : 0;
            }
            default -> {}
        }
    }

    private void level(String level) {
        switch (level) {
            case "EV" -> {
                if (open) {
                    endReview();
                }
                open = true; // what was refused of the member is an answer to this review
            }
            case "SS" -> {
                endService();
                inService = true;
            }
            default -> endReview();
        }
    }

    private void name(Segment segment) {
        if (segment.text(1).equals("IL") || segment.text(1).equals("QC")) {
            var id = segment.text(9);
            member =
                    new Member(
                            segment.text(3),
                            segment.text(4),
                            id.isEmpty() ? member.memberId() : id,
                            null,
                            null);
        }
    }

    private void diagnoses(Segment segment) {
        for (int at = 1; at <= segment.size() && diagnoses.size() < MOST; at++) {
            var code = segment.component(at, 2);
            if (!code.isEmpty()) {
                diagnoses.add(code);
            }
        }
    }

    private void endService() {
        var of = service.days.certified() || !days.certified() ? service.days : days;
        var from = of.from();
        var to = of.to();
        if (services.size() < MOST
                && (inService || service.units > 0 || service.procedure != null)) {
            services.add(
                    new ReviewedService(
                            service.procedure,
                            service.revenue,
                            service.units,
                            service.unit,
                            from == null ? days.from() : from,
                            to == null ? days.to() : to,
                            service.decision));
        }
        service = new Service();
        inService = false;
    }

    private void endReview() {
        if (open || !rejections.isEmpty()) {
            endService();
            var um = review;
            if (request && open) {
                requests.accept(
                        new ReviewRequest(
                                trace,
                                member,
                                um == null ? "" : um.text(2),
                                um == null ? "" : um.text(3),
                                um != null && (um.text(6).equals("U") || um.text(6).equals("03")),
                                earlier,
                                diagnoses,
                                services));
            } else if (!request) {
                answers.accept(
                        new ReviewAnswer(
                                trace,
                                member,
                                decision,
                                days.from(),
                                days.to(),
                                services,
                                rejections));
            }
        }
        open = false;
        trace = "";
        review = null;
        decision = null;
        earlier = null;
        diagnoses = new ArrayList<>();
        rejections = new ArrayList<>();
        services = new ArrayList<>();
        days = new Days();
        service = new Service();
    }

    @Override
    public void end() {
        endReview();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
