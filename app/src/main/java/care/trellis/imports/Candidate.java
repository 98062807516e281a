package care.trellis.imports;

import care.trellis.clients.Coverage;
import care.trellis.clients.Person;
import care.trellis.clients.Source;
import care.trellis.episodes.Diagnosis;
import care.trellis.episodes.Score;
import java.util.List;
import java.util.Optional;

/**
 * One person as a source tells of them, in our own words and nothing more than we keep.
 *
 * @param origin where in the file the person stands, for whoever must find it: a line, or empty
 */
record Candidate(
        Source source,
        Person person,
        List<Found<Coverage.Terms>> coverages,
        List<Found<Diagnosis.Finding>> diagnoses,
        List<Found<Score>> scores,
        List<Found<Granted>> authorizations,
        Optional<Integer> origin) {

    /** One thing under the id that its source gives it. */
    record Found<T>(String sourceId, T what) {}

    /** Copies the lists. */
    Candidate {
        coverages = List.copyOf(coverages);
        diagnoses = List.copyOf(diagnoses);
        scores = List.copyOf(scores);
        authorizations = List.copyOf(authorizations);
    }
}
