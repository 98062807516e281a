package care.trellis.drugtests.web;

import care.trellis.drugtests.Agreement;
import care.trellis.drugtests.Panels;
import care.trellis.drugtests.Result;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what a result is, beside what is prescribed. */
final class FoundViews {

    private FoundViews() {}

    static TestView.Found of(Result result, Panels panels) {
        boolean opioid =
                result.findings().stream()
                        .filter(one -> one.outcome() == Result.Outcome.POSITIVE)
                        .filter(one -> one.agreement() != Agreement.EXPLAINED)
                        .flatMap(one -> panels.analyte(one.analyte()).stream())
                        .anyMatch(Panels.Analyte::opioid);
        return new TestView.Found(
                result.kind().label()
                        + (result.accession().isEmpty() ? "" : " " + result.accession()),
                When.day(result.reportedOn()) + ", " + result.by(),
                result.consistent()
                        ? "Consistent with prescriptions"
                        : result.state() == Result.State.VALID
                                ? "Not consistent with prescriptions"
                                : "Specimen: " + result.state().label(),
                result.consistent() ? Tone.GOOD : Tone.WATCH,
                result.findings().stream()
                        .sorted(
                                Comparator.comparing((Result.Finding one) ->
                                                one.agreement().isConsistent())
                                        .thenComparing(
                                                one -> one.outcome() != Result.Outcome.POSITIVE))
                        .map(one -> substance(one, result, panels))
                        .toList(),
                opioid
                        ? "An opioid that nothing explains: naloxone and treatment are offered the same day."
                        : "",
                before(result, panels));
    }

    /** What the laboratory said before it corrected itself, the newest first. */
    private static List<String> before(Result result, Panels panels) {
        var before = new ArrayList<String>();
        for (var one = result.before(); one != null; one = one.before()) {
            var said = one;
            before.add(
                    "Until it was corrected, as reported on %s: %s."
                            .formatted(
                                    When.day(said.reportedOn()),
                                    said.findings().stream()
                                            .map(found -> words(found, said, panels))
                                            .collect(Collectors.joining(", "))));
        }
        return before;
    }

    private static String words(Result.Finding finding, Result of, Panels panels) {
        var title =
                panels.analyte(finding.analyte())
                        .map(Panels.Analyte::title)
                        .orElse(finding.analyte());
        return (title
                        + " "
                        + finding.words(of.kind()).toLowerCase(Locale.ROOT)
                        + " "
                        + finding.value())
                .strip();
    }

    private static TestView.Substance substance(
            Result.Finding finding, Result result, Panels panels) {
        var analyte = panels.analyte(finding.analyte());
        boolean positive = finding.outcome() == Result.Outcome.POSITIVE;
        return new TestView.Substance(
                analyte.map(Panels.Analyte::title).orElse(finding.analyte()),
                finding.words(result.kind()),
                finding.agreement().isConsistent()
                        ? positive ? Tone.INFO : Tone.NEUTRAL
                        : Tone.WATCH,
                finding.value(),
                analyte.map(Panels.Analyte::cutoff).orElse(""),
                (finding.agreement().label() + " " + finding.because()).strip());
    }
}
