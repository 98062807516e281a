package care.trellis.measures;

import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.AlertClass;
import care.trellis.engine.instruments.Result;
import care.trellis.engine.instruments.Scoring;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of one measure, as it was given and scored.
 *
 * @param number 1 as submitted; 2, 3 … are corrections
 * @param engine version of the scoring
 * @param takenOn the site's day
 * @param treatmentDay program days attended up to then; null where there was none
 * @param answers raw codes by item; null where left out
 * @param alert how fast someone must act on it; null where nobody must
 * @param reason why it was corrected; null for the first
 * @param withdrawn it should never have been: it stands in no trend
 */
public record Outcome(
        AdministrationId id,
        int number,
        ClientId client,
        String instrument,
        String version,
        String engine,
        Mode mode,
        Language language,
        LocalDate takenOn,
        Instant recordedAt,
        @Nullable Integer treatmentDay,
        Map<String, @Nullable Integer> answers,
        Result result,
        @Nullable AlertClass alert,
        @Nullable Correction reason,
        boolean withdrawn) {

    static Outcome first(
            Sitting sitting,
            Asked asked,
            Result result,
            LocalDate takenOn,
            @Nullable Integer treatmentDay,
            Instant at) {
        var measure = asked.measure();
        return new Outcome(
                measure.id(),
                1,
                measure.client(),
                measure.instrument(),
                measure.version(),
                Scoring.ENGINE,
                sitting.mode(),
                sitting.language(),
                takenOn,
                at,
                treatmentDay,
                asked.standing(),
                result,
                asked.instrument().alertOf(result),
                null,
                false);
    }

    /** The next version of this result, scored anew. */
    Outcome corrected(
            Map<String, @Nullable Integer> codes,
            Result anew,
            @Nullable AlertClass alertNow,
            Correction why,
            boolean takenBack,
            Instant at) {
        return new Outcome(
                id,
                number + 1,
                client,
                instrument,
                version,
                Scoring.ENGINE,
                mode,
                language,
                takenOn,
                at,
                treatmentDay,
                codes,
                anew,
                alertNow,
                why,
                takenBack);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Outcome[" + id.value() + " " + number + "]";
    }
}
