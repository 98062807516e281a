package care.trellis.measures.web;

import care.trellis.measures.ChangeWords;
import care.trellis.measures.Trend;

/** One client's newest score beside a group note, finished text. */
public record SessionScoreLine(
        String name, String path, String words, String question, boolean off) {

    static SessionScoreLine of(Trend trend) {
        var latest = trend.latest();
        return new SessionScoreLine(
                trend.stay().name(),
                "/clients/" + trend.stay().client().value() + "/measures",
                ChangeWords.of(trend),
                ChangeWords.question(trend),
                trend.offTrack() || (latest != null && latest.safety() != null));
    }
}
