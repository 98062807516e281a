package care.trellis.rules;

import care.trellis.engine.rulebook.Rulebook;
import care.trellis.engine.rulebook.Wording;
import care.trellis.engine.rulebook.Wording.ClaimText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a rulebook puts on the claim, as rows of a page. */
final class ClaimTexts {

    private static final String OPEN = "left to the contract";

    private ClaimTexts() {}

    /**
     * All places in the order of the file.
     *
     * @param changeBase address that a place is added to; empty where no change may be proposed
     */
    static List<RuleSetView.Place> of(Rulebook rulebook, String changeBase) {
        var wording = Wording.of(rulebook);
        return wording.claims().stream()
                .map(place -> row(place, wording.marks(), changeBase))
                .toList();
    }

    /** The place of a path. */
    static Optional<ClaimText> at(Rulebook rulebook, String path) {
        return Wording.of(rulebook).claims().stream()
                .filter(place -> place.path().equals(path))
                .findFirst();
    }

    private static RuleSetView.Place row(
            ClaimText place, Map<String, String> marks, String changeBase) {
        return new RuleSetView.Place(
                name(place),
                when(place),
                value(place.value()),
                place.value().isEmpty(),
                RuleTexts.sources(place.citation()),
                RuleWords.capital(
                        marks.getOrDefault(place.confidence(), "confidence " + place.confidence())),
                place.line(),
                changeBase.isEmpty() ? "" : changeBase + place.path());
    }

    /** "Revenue code", "Type of bill". */
    static String name(ClaimText place) {
        return RuleWords.capital(place.key());
    }

    /** "Revenue code on the claim, where client.diagnosis class is MH". */
    static String says(ClaimText place) {
        var when = when(place);
        return name(place)
                + (place.path().startsWith("bill") ? " of the day" : " of the claim")
                + (when.isEmpty() ? "" : ", where " + when);
    }

    /** The conditions with their facts as people say them. */
    static String when(ClaimText place) {
        return place.when().replace('_', ' ').replaceAll("(\\w)\\.(\\w)", "$1: $2");
    }

    static String value(String value) {
        return value.isEmpty() ? OPEN : value;
    }
}
