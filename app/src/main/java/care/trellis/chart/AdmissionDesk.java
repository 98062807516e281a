package care.trellis.chart;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.Client;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.Consent;
import care.trellis.clients.Consents;
import care.trellis.clients.Coverage;
import care.trellis.clients.CoverageId;
import care.trellis.clients.Coverages;
import care.trellis.clients.Sex;
import care.trellis.episodes.Diagnoses;
import care.trellis.episodes.Diagnosis;
import care.trellis.episodes.DischargeReason;
import care.trellis.episodes.Episode;
import care.trellis.episodes.Episodes;
import care.trellis.episodes.Plan;
import care.trellis.episodes.Plans;
import care.trellis.organizations.LevelOfCare;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays out the admission page: what is on record, and a form for each section. */
@Service
class AdmissionDesk {

    private final Clients clients;
    private final Coverages coverages;
    private final Consents consents;
    private final Episodes episodes;
    private final Plans plans;
    private final Diagnoses diagnoses;
    private final ChartRows rows;
    private final Access access;

    AdmissionDesk(
            Clients clients,
            Coverages coverages,
            Consents consents,
            Episodes episodes,
            Plans plans,
            Diagnoses diagnoses,
            ChartRows rows,
            Access access) {
        this.clients = clients;
        this.coverages = coverages;
        this.consents = consents;
        this.episodes = episodes;
        this.plans = plans;
        this.diagnoses = diagnoses;
        this.rows = rows;
        this.access = access;
    }

    /** Today where the client is treated. */
    @Transactional(readOnly = true)
    public LocalDate today(Permit permit, ClientId id) {
        return rows.today(clients.find(permit, id).site());
    }

    /** The latest day that a newcomer can be born on, whatever the site. */
    public LocalDate latestToday() {
        return rows.latestToday();
    }

    /** The form for a person who is not on record yet. */
    @Transactional(readOnly = true)
    public AdmissionView.PersonSection newcomer(Permit permit, Form form) {
        var sites = new java.util.LinkedHashMap<>(rows.sites());
        sites.keySet().removeIf(site -> !permit.actor().worksAt(site));
        return new AdmissionView.PersonSection(
                form,
                Choices.of(Sex.class, Sex::label, form.value("sex")),
                Choices.of(sites, "", form.value("site")));
    }

    /**
     * The whole page.
     *
     * @param sent the one form that was refused, under its section's name; the others show what is
     *     on record
     */
    @Transactional
    public AdmissionView view(Permit given, ClientId id, Map<String, Form> sent) {
        var permit =
                access.decide(
                                given.actor(),
                                Action.CLIENT_VIEW,
                                given.purpose(),
                                new Resource(Resource.Kind.CLIENT, id.value()))
                        .orElseThrow(NotFound::new);
        var client = clients.open(permit, id);
        var path = "/clients/" + id.value();
        var today = rows.today(client.site());
        var stay = episodes.of(permit, id).stream().filter(Episode::isOpen).findFirst();
        var plan = stay.map(one -> plans.of(permit, id, one.id()));
        var version = plan.flatMap(one -> one.versions().stream().findFirst());
        var cards = coverages.of(permit, id);
        var person = sent.getOrDefault("person", Forms.person(client.person()));
        var state = consents.state(permit, id);
        return new AdmissionView(
                path,
                client.person().name(),
                client.person().shortName(),
                client.recordNumber(),
                may(permit, Action.CLIENT_EDIT),
                new AdmissionView.PersonSection(
                        person, Choices.of(Sex.class, Sex::label, person.value("sex")), List.of()),
                may(permit, Action.COVERAGE_EDIT),
                cards.stream().map(card -> kept(path, card)).toList(),
                coverageSection(
                        path + "/coverages",
                        sent.getOrDefault("coverage", firstCard(cards, today))),
                may(permit, Action.CONSENT_RECORD),
                Words.consent(state),
                Words.tone(state),
                consents.of(permit, id).stream().map(consent -> kept(path, consent)).toList(),
                consentSection(sent),
                may(permit, Action.EPISODE_EDIT),
                episodeSection(permit, path, client, stay, today, sent),
                may(permit, Action.PLAN_EDIT),
                stay.isPresent(),
                version.map(one ->
                                "%s hours a week from %s"
                                        .formatted(
                                                Words.hours(one.minutesPerWeek()),
                                                Words.day(one.from())))
                        .orElse(""),
                sent.getOrDefault(
                        "plan", version.map(Forms::plan).orElseGet(() -> firstPlan(stay, today))),
                stay.flatMap(one -> plan.map(it -> goals(path, one, it))).orElse(List.of()),
                sent.getOrDefault("goal", Form.empty()),
                may(permit, Action.EPISODE_EDIT),
                diagnoses.of(permit, id).stream().map(one -> kept(path, one)).toList(),
                sent.getOrDefault("diagnosis", Form.of(Map.of("diagnosedOn", today.toString()))),
                contacts(path, permit, id),
                sent.getOrDefault("contact", Form.empty()));
    }

    /** The page of one coverage on record. */
    @Transactional(readOnly = true)
    public AdmissionView.CoverageSection coverage(
            Permit permit, ClientId id, CoverageId coverage, Optional<Form> sent) {
        var card =
                coverages.of(permit, id).stream()
                        .filter(one -> one.id().equals(coverage))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        return coverageSection(
                "/clients/" + id.value() + "/coverages/" + coverage.value(),
                sent.orElseGet(() -> Forms.coverage(card.terms())));
    }

    private boolean may(Permit permit, Action action) {
        return access.mayByRole(permit.actor(), action);
    }

    private AdmissionView.CoverageSection coverageSection(String path, Form form) {
        return new AdmissionView.CoverageSection(
                path,
                form,
                Choices.of(rows.contracts(), "No contract yet", form.value("contract")));
    }

    private static Form firstCard(List<Coverage> cards, LocalDate today) {
        return Form.of(
                Map.of(
                        "priority", String.valueOf(Math.min(cards.size() + 1, 9)),
                        "coverageFrom", today.withDayOfYear(1).toString()));
    }

    private AdmissionView.ConsentSection consentSection(Map<String, Form> sent) {
        var form = sent.getOrDefault("consent", Forms.consent(rows.organizationName()));
        return new AdmissionView.ConsentSection(
                form,
                Choices.of(Consent.Channel.class, Consent.Channel::label, form.value("channel")),
                Choices.of(Consent.Signer.class, Consent.Signer::label, form.value("signer")));
    }

    private AdmissionView.EpisodeSection episodeSection(
            Permit permit,
            String path,
            Client client,
            Optional<Episode> stay,
            LocalDate today,
            Map<String, Form> sent) {
        var programs = new java.util.LinkedHashMap<UUID, String>();
        rows.programs(client.site())
                .forEach(program -> programs.put(program.id().value(), program.name()));
        var day = today.toString();
        var admit =
                sent.getOrDefault(
                        "admit",
                        Form.of(Map.of("admittedOn", day, "admitLevel", LevelOfCare.IOP.name())));
        var discharge = sent.getOrDefault("discharge", Form.of(Map.of("dischargedOn", day)));
        return new AdmissionView.EpisodeSection(
                stay.map(one -> path + "/episodes/" + one.id().value()).orElse(""),
                stay.map(one ->
                                "%s since %s, %s"
                                        .formatted(
                                                programs.getOrDefault(
                                                        one.program().value(), "Another site"),
                                                Words.day(one.admittedOn()),
                                                one.placement(today)
                                                        .map(it -> it.level().label())
                                                        .orElse("")))
                        .orElse(""),
                admit,
                Choices.of(programs, "", admit.value("program")),
                Choices.of(LevelOfCare.class, LevelOfCare::label, admit.value("admitLevel")),
                may(permit, Action.LEVEL_CHANGE) ? path + "/level" : "",
                discharge,
                Choices.of(
                        DischargeReason.class,
                        DischargeReason::label,
                        discharge.value("dischargeReason")));
    }

    private static Form firstPlan(Optional<Episode> stay, LocalDate today) {
        return Form.of(
                Map.of(
                        "hoursPerWeek",
                        "9",
                        "planFrom",
                        stay.map(Episode::admittedOn).orElse(today).toString()));
    }

    private static AdmissionView.Kept kept(String path, Coverage card) {
        var terms = card.terms();
        return new AdmissionView.Kept(
                terms.payerName(),
                (terms.memberId().isEmpty() ? "No member id" : "Member " + terms.memberId())
                        + ", from "
                        + Words.day(terms.from()),
                terms.contract().isEmpty() ? "No contract" : "",
                Tone.WATCH,
                path + "/coverages/" + card.id().value(),
                "",
                "");
    }

    private static AdmissionView.Kept kept(String path, Consent consent) {
        var revoked = consent.revokedOn();
        var on = consent.signed().signedOn();
        return new AdmissionView.Kept(
                "Signed by " + consent.signed().signedBy(),
                (on == null ? "" : Words.day(on)) + ", for " + consent.signed().recipient(),
                revoked == null ? "" : "Revoked " + Words.day(revoked),
                Tone.BAD,
                "",
                revoked == null ? path + "/consents/" + consent.id().value() + "/revocation" : "",
                "Revoke");
    }

    private static List<AdmissionView.Kept> goals(String path, Episode stay, Plan plan) {
        return plan.goals().stream()
                .map(goal ->
                        new AdmissionView.Kept(
                                goal.number() + ". " + goal.text(),
                                "",
                                goal.closedOn() == null ? "" : "Closed",
                                Tone.NEUTRAL,
                                "",
                                goal.closedOn() == null
                                        ? path
                                                + "/episodes/"
                                                + stay.id().value()
                                                + "/goals/"
                                                + goal.id().value()
                                                + "/closing"
                                        : "",
                                "Close"))
                .toList();
    }

    private static AdmissionView.Kept kept(String path, Diagnosis diagnosis) {
        var to = diagnosis.finding().to();
        boolean principal = diagnosis.rank() == 1;
        return new AdmissionView.Kept(
                diagnosis.finding().description(),
                diagnosis.finding().code() + " · " + diagnosis.finding().system().label(),
                principal ? "Principal" : to == null ? "" : "Resolved",
                principal ? Tone.INFO : Tone.NEUTRAL,
                "",
                principal || to != null
                        ? ""
                        : path + "/diagnoses/" + diagnosis.id().value() + "/principal",
                "Make principal");
    }

    private List<AdmissionView.Kept> contacts(String path, Permit permit, ClientId id) {
        return clients.contacts(permit, id).stream()
                .map(contact ->
                        new AdmissionView.Kept(
                                contact.name(),
                                contact.relationship()
                                        + (contact.phone().isEmpty() ? "" : ", " + contact.phone()),
                                contact.emergency() ? "Emergency" : "",
                                Tone.INFO,
                                "",
                                path + "/contacts/" + contact.id() + "/removal",
                                "Remove"))
                .toList();
    }
}
