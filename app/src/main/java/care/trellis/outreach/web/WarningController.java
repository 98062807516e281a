package care.trellis.outreach.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.organizations.HomeTime;
import care.trellis.outreach.Warning;
import care.trellis.outreach.WarningRules;
import care.trellis.outreach.Warnings;
import care.trellis.web.Frame;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who may be about to leave, why, and what can be done. */
@Controller
class WarningController {

    private final Warnings warnings;
    private final WarningRules rules;
    private final HomeTime time;

    WarningController(Warnings warnings, WarningRules rules, HomeTime time) {
        this.warnings = warnings;
        this.rules = rules;
        this.time = time;
    }

    @GetMapping("/outreach/warning")
    @Requires(Action.RETENTION_VIEW)
    @Transactional
    ModelAndView page(Permit permit, Frame frame) {
        var all = warnings.now(permit);
        var today = time.today();
        int most = all.isEmpty() ? 1 : Math.max(10, all.getFirst().warning().points());
        var bounds = rules.bounds();
        return new ModelAndView(
                "outreach/warning",
                Map.of(
                        "page",
                        frame.page("outreach", "Early warning", "Who may be about to leave"),
                        "view",
                        new WarningView(
                                count(all, Warning.Band.ACT),
                                count(all, Warning.Band.WATCH),
                                count(all, Warning.Band.STEADY),
                                OutreachCards.tabs("/outreach/warning", true),
                                all.stream()
                                        .filter(one -> one.warning().band() != Warning.Band.STEADY)
                                        .map(one -> card(one, today, most))
                                        .toList(),
                                rules.explained().stream()
                                        .map(rule ->
                                                new WarningView.Rule(
                                                        rule.title(),
                                                        String.valueOf(rule.points()),
                                                        rule.evidence(),
                                                        rule.source()))
                                        .toList(),
                                "From %d points on somebody keeps an eye on it, from %d on somebody acts today."
                                        .formatted(bounds.get(0), bounds.get(1)))));
    }

    private static String count(List<Warnings.Warned> all, Warning.Band band) {
        return String.valueOf(all.stream().filter(one -> one.warning().band() == band).count());
    }

    private static WarningView.Card card(Warnings.Warned one, LocalDate today, int most) {
        var warning = one.warning();
        return new WarningView.Card(
                one.name(),
                "/clients/" + one.client().value(),
                one.program(),
                "week " + (ChronoUnit.WEEKS.between(one.admittedOn(), today) + 1),
                warning.band().label(),
                warning.band() == Warning.Band.ACT ? Tone.BAD : Tone.WATCH,
                warning.points(),
                most,
                warning.reasons().stream()
                        .map(reason ->
                                new WarningView.Reason(
                                        reason.title(), reason.evidence(), "+" + reason.points()))
                        .toList(),
                warning.plays().stream()
                        .map(play ->
                                new WarningView.Play(play.title(), play.text(), icon(play.id())))
                        .toList());
    }

    private static String icon(String play) {
        return switch (play) {
            case "call" -> "phone";
            case "evening" -> "video";
            case "ride", "way" -> "door";
            case "individual" -> "calendar";
            default -> "person";
        };
    }
}
