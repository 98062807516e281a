package care.trellis.chart;

import care.trellis.clients.Consent;
import care.trellis.episodes.Episode;
import care.trellis.web.ChartPart;
import care.trellis.web.Event;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What happened to one client, the newest first: stays, levels, consents, and what rooms add. */
final class StayHistory {

    private StayHistory() {}

    static List<Event> history(
            List<Episode> stays,
            List<Consent> signed,
            Map<java.util.UUID, String> programs,
            List<ChartPart.Dated> others) {
        var events = new ArrayList<>(others);
        for (Episode stay : stays) {
            String program = programs.getOrDefault(stay.program().value(), "another site");
            for (int i = 0; i < stay.placements().size(); i++) {
                var placement = stay.placements().get(i);
                events.add(
                        dated(
                                placement.from(),
                                i == 0
                                        ? "Admitted to " + program
                                        : "Placed in " + placement.level(),
                                i == 0 ? placement.level().label() : program,
                                Tone.INFO));
            }
            var discharge = stay.discharge();
            if (discharge != null) {
                events.add(
                        dated(
                                discharge.on(),
                                "Discharged from " + program,
                                discharge.reason().label(),
                                Tone.NEUTRAL));
            }
        }
        for (Consent consent : signed) {
            var on = consent.signed().signedOn();
            if (on != null) {
                events.add(
                        dated(
                                on,
                                "Payment consent signed",
                                "For " + consent.signed().recipient(),
                                Tone.GOOD));
            }
            var revoked = consent.revokedOn();
            if (revoked != null) {
                events.add(dated(revoked, "Payment consent revoked", "", Tone.BAD));
            }
        }
        return events.stream()
                .sorted(Comparator.comparing(ChartPart.Dated::day).reversed())
                .map(ChartPart.Dated::event)
                .toList();
    }

    private static ChartPart.Dated dated(LocalDate day, String title, String detail, Tone tone) {
        return new ChartPart.Dated(day, new Event(Words.day(day), title, detail, tone));
    }
}
