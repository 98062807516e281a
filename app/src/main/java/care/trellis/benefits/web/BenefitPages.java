package care.trellis.benefits.web;

import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.benefits.Benefits;
import care.trellis.benefits.Covered;
import care.trellis.benefits.Estimate;
import care.trellis.benefits.Estimates;
import care.trellis.benefits.Findings;
import care.trellis.benefits.Given;
import care.trellis.benefits.GoodFaith;
import care.trellis.benefits.OwedEstimate;
import care.trellis.benefits.Verification;
import care.trellis.cashier.Exemptions;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.Coverages;
import care.trellis.clients.Restrictions;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what stands on the pages of benefits. */
@Component
class BenefitPages {

    private static final int USUAL_WEEKS = 8;
    private static final int WEEKS_BACK = 8;

    private final Benefits benefits;
    private final Estimates estimates;
    private final GoodFaith goodFaith;
    private final Clients clients;
    private final Restrictions restrictions;
    private final Exemptions exemptions;
    private final Coverages coverages;

    BenefitPages(
            Benefits benefits,
            Estimates estimates,
            GoodFaith goodFaith,
            Clients clients,
            Coverages coverages,
            Restrictions restrictions,
            Exemptions exemptions) {
        this.benefits = benefits;
        this.estimates = estimates;
        this.goodFaith = goodFaith;
        this.clients = clients;
        this.restrictions = restrictions;
        this.exemptions = exemptions;
        this.coverages = coverages;
    }

    /**
     * What a course costs and how it was counted.
     *
     * @param check that it was counted with; null where no plan pays
     * @param findings of that check, as they hold for this client
     * @param exempt whether the client may not be asked for what the plan leaves
     */
    record Counted(
            Given.Kind kind,
            Estimate estimate,
            Money perDay,
            @Nullable Verification check,
            Findings findings,
            boolean exempt,
            String payer) {

        /** The estimate as the client reads it. */
        List<String> words() {
            return kind == Given.Kind.PLAN
                    ? EstimateWords.insured(estimate, exempt)
                    : EstimateWords.own(estimate);
        }
    }

    /** One client's page. */
    @Transactional
    BenefitsView client(Permit permit, ClientId client, Form form, boolean mayEdit) {
        var zone = clients.zone(permit, client);
        var path = "/clients/" + client.value();
        var covered = benefits.covered(permit, client);
        var history = benefits.of(permit, client);
        var payers =
                coverages.of(permit, client).stream()
                        .collect(Collectors.toMap(one -> one.id(), one -> one.terms().payerName()));
        var counted = count(permit, client, covered, form);
        var soFar = soFar(permit, client, counted, zone);
        return new BenefitsView(
                path,
                clients.find(permit, client).person().shortName(),
                mayEdit,
                covered.stream().map(one -> BenefitViews.plan(one, client, zone)).toList(),
                counted == null ? null : cost(counted, form, path),
                counted != null
                        ? ""
                        : covered.isEmpty()
                                ? "Enter what a day is charged at to count what it costs without"
                                        + " insurance."
                                : "Check the benefits first: nothing is known to count with.",
                soFar,
                counted == null
                        ? ""
                        : "What payers said, and the plan's terms where they did not yet",
                asking(permit, client, path),
                estimates.of(permit, client).stream()
                        .map(one -> BenefitViews.paper(one, path, zone))
                        .toList(),
                history.stream()
                        .map(one ->
                                BenefitViews.check(
                                        one, payers.getOrDefault(one.coverage(), ""), zone))
                        .toList());
    }

    /**
     * Counts with what was typed, and with what is known where nothing was; null if that is too
     * little.
     */
    @Nullable Counted count(Permit permit, ClientId client, List<Covered> covered, Form form) {
        var today = clients.today(permit, client);
        var silent = restrictions.of(permit, client);
        var used =
                covered.stream()
                        .filter(one ->
                                silent.stream()
                                        .noneMatch(it -> it.holds(one.coverage().id(), today)))
                        .toList();
        var first = used.stream().filter(one -> one.latest() != null).findFirst().orElse(null);
        if (first == null && !used.isEmpty()) {
            return null;
        }
        var check = first == null ? null : first.latest();
        var typed = CheckForm.money(form, "charge");
        var charge =
                typed != null
                        ? typed
                        : estimates
                                .charge(permit, client, first == null ? null : first.coverage())
                                .orElse(null);
        if (charge == null) {
            return null;
        }
        var days = form.whole("days");
        var weeks = form.whole("weeks");
        var course =
                new Estimate.Course(
                        days == null || days < 1 || days > 7
                                ? estimates.daysPerWeek(permit, client)
                                : days,
                        weeks == null || weeks < 1 || weeks > 52 ? USUAL_WEEKS : weeks,
                        charge);
        boolean exempt =
                first != null
                        && exemptions.of(permit, client).stream()
                                .anyMatch(one -> one.holds(first.coverage().id(), today));
        var said = check == null ? Findings.nothing(Findings.State.INACTIVE) : check.findings();
        var findings = exempt ? said.exempt() : said;
        var allowed = findings.allowed();
        return new Counted(
                check == null ? Given.Kind.GOOD_FAITH : Given.Kind.PLAN,
                Estimate.of(findings, course),
                allowed == null ? charge : allowed,
                check,
                findings,
                exempt,
                first == null ? "" : first.coverage().terms().payerName());
    }

    private BenefitsView.Asking asking(Permit permit, ClientId client, String path) {
        var today = clients.today(permit, client);
        var all = goodFaith.owed(permit, client);
        var first = all.stream().findFirst().map(one -> BenefitViews.owed(one, today));
        var asked = path + "/benefits/asked";
        return new BenefitsView.Asking(
                first.map(one -> one.clock() + ", by " + one.owner() + ": " + one.why() + ".")
                        .orElse(""),
                first.map(DueView.Owed::tone).orElse(Tone.GOOD),
                asked,
                Ids.next(),
                all.stream()
                        .map(OwedEstimate::question)
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .map(one -> asked + "/" + one + "/withdraw")
                        .orElse(""));
    }

    private List<BenefitsView.Week> soFar(
            Permit permit, ClientId client, @Nullable Counted counted, ZoneId zone) {
        if (counted == null || counted.check() == null) {
            return List.of();
        }
        var checkedOn = LocalDate.ofInstant(counted.check().at(), zone);
        return BenefitViews.soFar(
                estimates.soFar(
                        permit,
                        client,
                        counted.findings(),
                        checkedOn,
                        clients.today(permit, client).minusWeeks(WEEKS_BACK),
                        counted.estimate().course().charge()));
    }

    private static BenefitsView.Cost cost(Counted counted, Form sent, String path) {
        var estimate = counted.estimate();
        var course = estimate.course();
        var form =
                Form.empty()
                        .with("days", course.daysPerWeek())
                        .with("weeks", course.weeks())
                        .with("charge", course.charge().dollars().toPlainString())
                        .refused(sent.problems());
        boolean insured = counted.kind() == Given.Kind.PLAN;
        return new BenefitsView.Cost(
                insured,
                counted.words(),
                estimate.total().text(),
                BenefitViews.weeks(estimate, insured),
                insured ? estimate.unknown() : List.of(),
                form,
                path + "/benefits/estimates");
    }
}
