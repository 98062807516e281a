package care.trellis.engine.x12.reviews;

import static care.trellis.engine.x12.Segments.exact;

import care.trellis.engine.x12.Enquiry;
import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.Member;
import care.trellis.engine.x12.Npi;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.SegmentWriter;
import care.trellis.engine.x12.Segments;
import io.xlate.edi.stream.EDIStreamException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a 278 request, and the answer with which a stand-in payer decides. */
public final class ReviewWriter {

    private static final String GUIDE = "005010X217";

    private final SegmentWriter out;
    private int level;

    private ReviewWriter(SegmentWriter out) {
        this.out = out;
    }

    /**
     * Asks a payer; each request is a transaction, as the guide wants it.
     *
     * @param interchange the envelope
     * @param payer whom
     * @param provider who asks, with its NPI
     * @param requests at least one
     * @return the text, a segment a line
     * @throws IllegalArgumentException when the NPI is wrong, a service has no days, or an
     *     identifier cannot be written as it is
     */
    public static String ask(
            Interchange interchange, Party payer, Party provider, List<ReviewRequest> requests) {
        if (!Npi.isValid(Objects.requireNonNullElse(provider.id(), ""))) {
            throw new IllegalArgumentException("The provider's NPI is wrong");
        }
        return Segments.text(
                null,
                out -> {
                    out.start("HI", GUIDE, interchange);
                    for (var request : requests) {
                        out.startTransaction("278", GUIDE);
                        var writer = new ReviewWriter(out);
                        writer.head(interchange, "13", payer, provider, request.member());
                        writer.request(request);
                        out.endTransaction();
                    }
                    out.end();
                });
    }

    /**
     * Decides, as a payer would.
     *
     * @param interchange the envelope
     * @param payer who decides
     * @param provider who asked
     * @param answers at least one
     * @return the text, a segment a line
     * @throws IllegalArgumentException when an identifier cannot be written as it is
     */
    public static String answer(
            Interchange interchange, Party payer, Party provider, List<ReviewAnswer> answers) {
        return Segments.text(
                null,
                out -> {
                    out.start("HI", GUIDE, interchange);
                    for (var answer : answers) {
                        out.startTransaction("278", GUIDE);
                        var writer = new ReviewWriter(out);
                        writer.head(interchange, "11", payer, provider, answer.member());
                        writer.answer(answer);
                        out.endTransaction();
                    }
                    out.end();
                });
    }

    private void head(
            Interchange interchange, String purpose, Party payer, Party provider, Member member)
            throws EDIStreamException {
        Enquiry.begin(out, interchange, "0007", purpose, null);
        out.segment("HL", "1", null, "20", "1");
        Enquiry.organization(out, "X3", payer);
        out.segment("HL", "2", "1", "21", "1");
        Enquiry.organization(out, "1P", provider);
        out.segment("HL", "3", "2", "22", "1");
        Enquiry.member(out, "IL", member);
        Enquiry.born(out, member);
        level = 3;
    }

    private void request(ReviewRequest request) throws EDIStreamException {
        request.services().forEach(Days::of);
        event(request.services());
        out.segment("TRN", "1", exact(request.trace()), "9TRELLIS00");
        out.segment(
                "UM",
                "HS",
                request.kind(),
                exact(request.serviceType()),
                null,
                null,
                request.urgent() ? "U" : null);
        if (request.earlierNumber() != null) {
            out.segment("REF", "BB", exact(request.earlierNumber()));
        }
        for (var service : request.services()) {
            if (service.ofAll()) {
                var days = Days.of(service);
                Enquiry.days(out, "AAH", days.from(), days.to());
            }
        }
        var codes = new ArrayList<@Nullable Object>();
        for (var diagnosis : request.diagnoses()) {
            codes.add(List.of(codes.isEmpty() ? "ABK" : "ABF", diagnosis.replace(".", "")));
        }
        if (!codes.isEmpty()) {
            out.segment("HI", codes.toArray());
        }
        services(request.services());
    }

    /** What is said of all services together stands at the event: it makes no level below it. */
    private void event(List<ReviewedService> services) throws EDIStreamException {
        boolean below = services.stream().anyMatch(service -> !service.ofAll());
        out.segment("HL", String.valueOf(++level), "3", "EV", below ? "1" : "0");
    }

    private record Days(LocalDate from, LocalDate to) {

        static Days of(ReviewedService service) {
            var from = service.from();
            var to = service.to();
            if (from == null || to == null) {
                throw new IllegalArgumentException("A service to be authorized needs its days");
            }
            return new Days(from, to);
        }
    }

    private void services(List<ReviewedService> services) throws EDIStreamException {
        for (var service : services) {
            if (service.ofAll()) {
                quantity(service);
            }
        }
        for (var service : services) {
            if (!service.ofAll()) {
                service(service);
            }
        }
    }

    private void answer(ReviewAnswer answer) throws EDIStreamException {
        for (var rejection : answer.rejections()) {
            out.segment("AAA", "N", null, exact(rejection), "C");
        }
        event(answer.services());
        out.segment("TRN", "2", exact(answer.trace()), "9TRELLIS00");
        if (answer.decision() != null) {
            decision(answer.decision());
        }
        certified(answer);
        services(answer.services());
    }

    private void service(ReviewedService service) throws EDIStreamException {
        out.segment("HL", String.valueOf(++level), "4", "SS", "0");
        if (service.decision() != null) {
            decision(service.decision());
        }
        var from = service.from();
        var to = service.to();
        if (from != null && to != null) {
            Enquiry.days(out, from, to);
        }
        var procedure = service.procedure();
        if (service.revenueCode() != null) {
            out.segment(
                    "SV2",
                    exact(service.revenueCode()),
                    procedure == null ? null : List.of("HC", exact(procedure)));
        } else if (procedure != null) {
            out.segment("SV1", List.of("HC", exact(procedure)));
        }
        if (service.units() > 0) {
            quantity(service);
        }
    }

    private void quantity(ReviewedService service) throws EDIStreamException {
        out.segment("HSD", service.unit(), String.valueOf(service.units()));
    }

    private void certified(ReviewAnswer answer) throws EDIStreamException {
        if (answer.from() != null) {
            out.segment("DTP", "007", "D8", Enquiry.day(answer.from()));
        }
        if (answer.to() != null) {
            out.segment("DTP", "036", "D8", Enquiry.day(answer.to()));
        }
    }

    private void decision(ReviewDecision decision) throws EDIStreamException {
        out.segment("HCR", decision.action(), decision.number(), decision.reason());
    }
}
