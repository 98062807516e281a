package care.trellis.benefits.web;

import care.trellis.base.Money;
import care.trellis.benefits.Covered;
import care.trellis.benefits.Estimate;
import care.trellis.benefits.Findings;
import care.trellis.benefits.Given;
import care.trellis.benefits.OwedEstimate;
import care.trellis.benefits.RunningCost;
import care.trellis.benefits.Verification;
import care.trellis.clients.ClientId;
import care.trellis.web.Fact;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts benefits into words. */
final class BenefitViews {

    private BenefitViews() {}

    static BenefitsView.Plan plan(Covered covered, ClientId client, ZoneId zone) {
        var latest = covered.latest();
        var terms = covered.coverage().terms();
        var path =
                "/clients/%s/benefits/checks/new?coverage=%s"
                        .formatted(client.value(), covered.coverage().id().value());
        return new BenefitsView.Plan(
                terms.payerName(),
                terms.priority() == 1 ? "Billed first" : "Billed after others",
                latest == null ? "" : source(latest, zone),
                latest == null ? "Never checked" : latest.findings().state().label(),
                latest == null ? Tone.WATCH : tone(latest.findings().state()),
                covered.due().map(why -> why.label() + ": check now").orElse("Current"),
                covered.due().isPresent() ? Tone.WATCH : Tone.GOOD,
                waiting(covered, zone),
                covered.asked() != null ? Tone.INFO : Tone.BAD,
                latest == null ? List.of() : meters(latest.findings()),
                latest == null ? List.of() : facts(latest.findings()),
                latest == null ? "" : latest.findings().words(),
                path,
                covered.coverage().id().value().toString(),
                terms.contractId() != null && covered.asked() == null);
    }

    private static String waiting(Covered covered, ZoneId zone) {
        var asked = covered.asked();
        if (asked != null) {
            return "Asked by file on " + When.time(asked, zone) + "; no answer yet";
        }
        return covered.rejected();
    }

    static String source(Verification check, ZoneId zone) {
        var source = check.source();
        var words = new StringBuilder(When.day(LocalDate.ofInstant(check.at(), zone)));
        words.append(", ").append(lower(source.way().label()));
        if (!source.spokeWith().isEmpty() && source.way() != Verification.Way.FILE) {
            words.append(" with ").append(source.spokeWith());
        }
        if (!source.reference().isEmpty() && source.way() != Verification.Way.FILE) {
            words.append(", reference ").append(source.reference());
        }
        return words.append(", by ").append(check.by()).toString();
    }

    private static String lower(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    static Tone tone(Findings.State state) {
        return switch (state) {
            case ACTIVE -> Tone.GOOD;
            case INACTIVE -> Tone.BAD;
            case UNKNOWN -> Tone.WATCH;
        };
    }

    private static List<BenefitsView.Meter> meters(Findings findings) {
        var meters = new ArrayList<BenefitsView.Meter>();
        var limit = findings.limit();
        if (limit != null) {
            var used = limit.used();
            meters.add(
                    new BenefitsView.Meter(
                            "%s of %d %s used, %d left"
                                    .formatted(
                                            used == null ? "None known" : used,
                                            limit.total(),
                                            limit.unit().label(),
                                            limit.left()),
                            used == null ? 0 : used,
                            Math.max(1, limit.total()),
                            limit.left() <= 6 ? Tone.WATCH : Tone.INFO));
        }
        if (findings.deductibleApplies()) {
            meter(meters, "deductible", findings.deductible());
        }
        meter(meters, "out-of-pocket maximum", findings.maximum());
        return meters;
    }

    private static void meter(
            List<BenefitsView.Meter> meters, String name, Findings.Counter counter) {
        var total = counter.total();
        if (total == null) {
            return;
        }
        var met = counter.met();
        meters.add(
                new BenefitsView.Meter(
                        "%s of %s %s met"
                                .formatted(
                                        met == null ? "Unknown part" : met.text(),
                                        total.text(),
                                        name),
                        met == null ? 0 : met.cents(),
                        Math.max(1, total.cents()),
                        Tone.INFO));
    }

    private static List<Fact> facts(Findings findings) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Network", findings.network().label()));
        facts.add(new Fact("Copay a day", text(findings.copay())));
        facts.add(
                new Fact(
                        "Coinsurance",
                        findings.coinsurance() == null
                                ? "Not said"
                                : findings.coinsurance() + " %"));
        facts.add(
                new Fact(
                        "Deductible",
                        !findings.deductibleApplies()
                                ? "Does not apply to program days"
                                : findings.deductible().total() == null ? "Not said" : "Applies"));
        facts.add(new Fact("Authorization needed", findings.authorization().label()));
        facts.add(new Fact("Plan allows a day", text(findings.allowed())));
        if (!findings.plan().isEmpty()) {
            facts.add(new Fact("Plan", findings.plan()));
        }
        facts.add(
                new Fact(
                        "Behavioral benefit",
                        findings.carveOut().isEmpty()
                                ? "With this payer"
                                : findings.carveOut()
                                        + (findings.carveOutContact().isEmpty()
                                                ? ""
                                                : ", " + findings.carveOutContact())));
        return facts;
    }

    private static String text(@Nullable Money amount) {
        return amount == null ? "Not said" : amount.text();
    }

    /**
     * An estimate week by week.
     *
     * @param insured whether there is a plan whose limit a day can be beyond
     */
    static List<BenefitsView.EstimateWeek> weeks(Estimate estimate, boolean insured) {
        return estimate.weeks().stream()
                .map(week -> {
                    var notes = new ArrayList<String>();
                    if (estimate.deductibleWeek() != null
                            && week.number() == estimate.deductibleWeek()) {
                        notes.add("Deductible used up");
                    }
                    if (estimate.maximumWeek() != null && week.number() == estimate.maximumWeek()) {
                        notes.add("Out-of-pocket maximum reached");
                    }
                    if (insured && week.uncovered() > 0) {
                        notes.add(
                                week.uncovered() == 1
                                        ? "1 day beyond the plan's limit"
                                        : week.uncovered() + " days beyond the plan's limit");
                    }
                    return new BenefitsView.EstimateWeek(
                            "Week " + week.number(),
                            String.valueOf(week.days()),
                            week.client().text(),
                            week.plan().text(),
                            String.join(", ", notes));
                })
                .toList();
    }

    static List<BenefitsView.Week> soFar(List<RunningCost.Week> weeks) {
        return weeks.reversed().stream()
                .map(week ->
                        new BenefitsView.Week(
                                "Week of " + When.day(week.monday()),
                                String.valueOf(week.days()),
                                week.said().cents() == 0 ? "" : week.said().text(),
                                week.expected().cents() == 0 ? "" : week.expected().text(),
                                week.soFar().text()))
                .toList();
    }

    static DueView.Owed owed(OwedEstimate one, LocalDate today) {
        var firstDay = one.firstDay();
        long left = ChronoUnit.DAYS.between(today, one.giveBy());
        return new DueView.Owed(
                one.name(),
                "/clients/" + one.client().value() + "/benefits",
                one.occasion().label() + ", " + When.day(one.on()),
                firstDay == null ? "No first day yet" : When.day(firstDay),
                left < 0
                        ? "Late since " + When.day(one.giveBy())
                        : left == 0 ? "By today" : "By " + When.day(one.giveBy()),
                left < 0 ? Tone.BAD : left <= 1 ? Tone.WATCH : Tone.INFO,
                one.owner());
    }

    static BenefitsView.Paper paper(Given given, String path, ZoneId zone) {
        return new BenefitsView.Paper(
                given.kind().label(),
                "%d days a week for %d weeks: %s"
                        .formatted(given.daysPerWeek(), given.weeks(), given.total().text()),
                when(given.at(), zone) + ", by " + given.by(),
                path + "/benefits/estimates/" + given.id().value());
    }

    static BenefitsView.Check check(Verification check, String payer, ZoneId zone) {
        return new BenefitsView.Check(
                when(check.at(), zone),
                payer,
                check.source().way().label()
                        + (check.source().reference().isEmpty()
                                        || check.source().way() == Verification.Way.FILE
                                ? ""
                                : ", " + check.source().reference()),
                check.findings().state().label(),
                tone(check.findings().state()),
                check.by());
    }

    private static String when(Instant at, ZoneId zone) {
        return When.time(at, zone);
    }
}
