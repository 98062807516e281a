package care.trellis.measures.web;

import care.trellis.engine.instruments.AlertClass;
import care.trellis.measures.Alert;
import care.trellis.measures.ChangeWords;
import care.trellis.organizations.SiteId;
import care.trellis.web.Fact;
import care.trellis.web.Tone;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Alerts as finished text. */
@Component
class AlertViews {

    private final SiteZones zones;

    AlertViews(SiteZones zones) {
        this.zones = zones;
    }

    AlertLine line(Alert alert, Instant now, boolean opens) {
        var closing = alert.closing();
        return new AlertLine(
                alert.alertClass().name(),
                tone(alert),
                alert.name(),
                ChangeWords.cause(alert.instrument(), alert.cause()),
                alert.ownerName().isEmpty() ? "Director" : alert.ownerName(),
                closing == null
                        ? Texts.away(now, alert.dueAt())
                        : Texts.stamp(closing.at(), zone(alert)),
                closing == null ? standing(alert) : closing.decision().label(),
                opens ? "/measures/alerts/" + alert.id().value() : "");
    }

    AlertView page(Alert alert, Instant now) {
        var zone = zone(alert);
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Class", Texts.clock(alert.alertClass())));
        facts.add(new Fact("Raised", Texts.stamp(alert.raisedAt(), zone)));
        facts.add(
                new Fact(
                        "Must be done",
                        Texts.stamp(alert.dueAt(), zone)
                                + (alert.open() ? ", " + Texts.away(now, alert.dueAt()) : "")));
        facts.add(new Fact("Owner", alert.ownerName().isEmpty() ? "Director" : alert.ownerName()));
        stamp(facts, "Seen", alert.seenAt(), zone);
        stamp(facts, "Taken", alert.takenAt(), zone);
        stamp(facts, "Escalated", alert.escalatedAt(), zone);
        var closing = alert.closing();
        if (closing != null) {
            facts.add(new Fact("Closed", Texts.stamp(closing.at(), zone)));
            facts.add(new Fact("Decision", closing.decision().label()));
            var risk = closing.risk();
            if (risk != null) {
                facts.add(new Fact("Risk found", risk.label()));
                facts.add(new Fact("Crisis plan reviewed", closing.planReviewed() ? "Yes" : "No"));
            }
        }
        var chart = "/clients/" + alert.client().value();
        return new AlertView(
                "/measures/alerts/" + alert.id().value(),
                alert.name(),
                ChangeWords.cause(alert.instrument(), alert.cause()),
                instruction(alert),
                alert.safety(),
                alert.alertClass() == AlertClass.A0 && alert.open(),
                alert.open(),
                alert.takenAt() == null,
                facts,
                closing == null ? "" : closing.note(),
                chart,
                chart + "/measures/give?want=ASQ");
    }

    private static void stamp(
            List<Fact> facts,
            String label,
            @org.jspecify.annotations.Nullable Instant at,
            ZoneId zone) {
        if (at != null) {
            facts.add(new Fact(label, Texts.stamp(at, zone)));
        }
    }

    private static String instruction(Alert alert) {
        return switch (alert.alertClass()) {
            case A0 ->
                    "Go to the client now and stay. Nobody leaves alone. 988 and 911 are the lines outside.";
            case A1 -> "Assess in this visit. The client does not leave before somebody has.";
            case A2 ->
                    "Ask with the ASQ or your screener before the client leaves, go through the crisis plan, write what you found.";
            case A3, A4 ->
                    "Look at alliance, motivation, supports, events, medication, hours attended, diagnosis and level of care; then decide one thing.";
        };
    }

    private static String standing(Alert alert) {
        return alert.escalatedAt() != null
                ? "Escalated"
                : alert.takenAt() != null ? "Taken" : alert.seenAt() != null ? "Seen" : "New";
    }

    private static Tone tone(Alert alert) {
        return switch (alert.alertClass()) {
            case A0, A1, A2 -> Tone.BAD;
            case A3 -> Tone.WATCH;
            case A4 -> Tone.INFO;
        };
    }

    private ZoneId zone(Alert alert) {
        return zones.of(new SiteId(alert.site()));
    }
}
