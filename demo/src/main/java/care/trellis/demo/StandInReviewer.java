package care.trellis.demo;

import care.trellis.demo.story.Insurer;
import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Receiver;
import care.trellis.engine.x12.Submitter;
import care.trellis.engine.x12.X12Reader;
import care.trellis.engine.x12.reviews.ReviewAnswer;
import care.trellis.engine.x12.reviews.ReviewDecision;
import care.trellis.engine.x12.reviews.ReviewReader;
import care.trellis.engine.x12.reviews.ReviewRequest;
import care.trellis.engine.x12.reviews.ReviewWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The invented commercial payer's review, which certifies what is asked for. */
final class StandInReviewer {

    private StandInReviewer() {}

    /** Certifies every request of a file under this number. */
    static String answer(byte[] sent, String certification, int number, LocalDateTime at) {
        var requests = new ArrayList<ReviewRequest>();
        try {
            ReviewReader.stream(
                    new ByteArrayInputStream(sent),
                    X12Reader.LIMIT_BYTES,
                    requests::add,
                    answer -> {},
                    new Problems());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var payer = Insurer.SUMMIT;
        return ReviewWriter.answer(
                new Interchange(
                        new Submitter(payer.label(), payer.code(), "Review", "5550100100"),
                        new Receiver("JUNIPER", "1999999984"),
                        number,
                        at,
                        true),
                new Party(payer.label(), "PI", payer.code()),
                new Party("JUNIPER", "XX", "1999999984"),
                requests.stream().map(request -> certified(request, certification)).toList());
    }

    private static ReviewAnswer certified(ReviewRequest request, String certification) {
        return new ReviewAnswer(
                request.trace(),
                request.member(),
                new ReviewDecision("A1", certification, ""),
                null,
                null,
                request.services(),
                List.of());
    }
}
