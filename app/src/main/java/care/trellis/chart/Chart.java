package care.trellis.chart;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.Client;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.ConsentState;
import care.trellis.clients.Consents;
import care.trellis.clients.Coverage;
import care.trellis.clients.Coverages;
import care.trellis.episodes.Diagnoses;
import care.trellis.episodes.Diagnosis;
import care.trellis.episodes.Episode;
import care.trellis.episodes.Episodes;
import care.trellis.episodes.Plan;
import care.trellis.episodes.Plans;
import care.trellis.web.ChartPart;
import care.trellis.web.Fact;
import care.trellis.web.Initials;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts one chart together from the rooms, as far as the reader's role goes. */
@Service
class Chart {

    private static final int NOTES_SHOWN = 20;

    private final Clients clients;
    private final Coverages coverages;
    private final Consents consents;
    private final Episodes episodes;
    private final Plans plans;
    private final Diagnoses diagnoses;
    private final ChartRows rows;
    private final Access access;
    private final List<ChartPart> parts;

    Chart(
            Clients clients,
            Coverages coverages,
            Consents consents,
            Episodes episodes,
            Plans plans,
            Diagnoses diagnoses,
            ChartRows rows,
            Access access,
            List<ChartPart> parts) {
        this.clients = clients;
        this.coverages = coverages;
        this.consents = consents;
        this.episodes = episodes;
        this.plans = plans;
        this.diagnoses = diagnoses;
        this.rows = rows;
        this.access = access;
        this.parts = parts;
    }

    /** Opens the chart; that it was opened is recorded. */
    @Transactional
    ChartView open(Permit permit, ClientId id) {
        var client = clients.open(permit, id);
        var zone = rows.zone(client.site());
        var today = rows.today(zone);
        var stays = episodes.of(permit, id);
        var current = stays.stream().filter(Episode::isOpen).findFirst();
        var plan = current.map(stay -> plans.of(permit, id, stay));
        var cards = coverages.of(permit, id);
        var signed = consents.of(permit, id);
        var consent = Consents.state(signed, today);
        var programs = rows.programs(client.site());
        var found = diagnoses.of(permit, id);
        boolean clinical = may(permit, Action.NOTE_VIEW) || may(permit, Action.EPISODE_EDIT);
        boolean readsNotes = may(permit, Action.NOTE_VIEW);
        boolean seesAuthorizations = may(permit, Action.AUTHORIZATION_VIEW);
        var person = client.person();
        var week = rows.week(id, zone, today);
        var whose = new ChartPart.Whose(id.value(), zone, today);
        var sheet = new ChartPart.Sheet();
        parts.forEach(part -> part.write(permit, whose, sheet));
        return new ChartView(
                "/clients/" + id.value(),
                person.name(),
                person.shortName(),
                Initials.of(person.name()),
                about(client, today),
                facts(client, current, programs, cards, today),
                Words.consent(consent),
                Words.tone(consent),
                gaps(current, programs, plan, cards, consent, clinical ? found : null, today),
                week,
                weekWords(week),
                clinical,
                plan.flatMap(one -> one.on(today)).map(ChartLines::planWords).orElse(""),
                plan.flatMap(one -> one.on(today)).map(ChartLines::planSigned).orElse(""),
                clinical ? plan.map(ChartLines::goals).orElse(List.of()) : List.of(),
                clinical ? ChartLines.diagnosisLines(found, today) : List.of(),
                readsNotes,
                readsNotes ? rows.notes(id, NOTES_SHOWN) : List.of(),
                seesAuthorizations,
                seesAuthorizations ? rows.authorizations(id, today) : List.of(),
                cards.stream().map(card -> ChartLines.coverageLine(card, today)).toList(),
                clients.contacts(permit, id).stream()
                        .map(contact ->
                                new ChartPart.Line(
                                        contact.name(),
                                        contact.relationship(),
                                        contact.emergency() ? "Emergency" : "",
                                        Tone.INFO,
                                        contact.phone()))
                        .toList(),
                StayHistory.history(stays, signed, names(programs), sheet.events()),
                parts.stream().flatMap(part -> part.places(permit, id.value()).stream()).toList(),
                sheet.cards(),
                ChartView.Completeness.of(
                        current.isEmpty()
                                ? List.of()
                                : Stream.concat(
                                                own(
                                                        id,
                                                        cards,
                                                        consent,
                                                        clinical ? found : null,
                                                        today)
                                                        .stream(),
                                                sheet.items().stream())
                                        .toList()),
                Stream.of(
                                Action.CLIENT_EDIT,
                                Action.COVERAGE_EDIT,
                                Action.CONSENT_RECORD,
                                Action.EPISODE_EDIT,
                                Action.PLAN_EDIT)
                        .anyMatch(action -> may(permit, action)));
    }

    private boolean may(Permit permit, Action action) {
        return access.mayByRole(permit.actor(), action);
    }

    /** What the record holds apart from the rooms' own parts. */
    private static List<ChartPart.Item> own(
            ClientId client,
            List<Coverage> cards,
            ConsentState consent,
            @Nullable List<Diagnosis> found,
            LocalDate today) {
        var admission = "/clients/" + client.value() + "/admission";
        var items = new ArrayList<ChartPart.Item>();
        items.add(
                new ChartPart.Item(
                        "Coverage",
                        cards.stream()
                                .map(Coverage::terms)
                                .anyMatch(terms ->
                                        terms.covers(today)
                                                && !terms.memberId().isEmpty()
                                                && terms.contract().isPresent()),
                        "Add the card with its member id and contract.",
                        admission));
        items.add(
                new ChartPart.Item(
                        "Payment consent",
                        consent instanceof ConsentState.InForce,
                        "Ask for the payment consent.",
                        admission));
        if (found != null) {
            items.add(
                    new ChartPart.Item(
                            "Principal diagnosis",
                            found.stream().anyMatch(one -> one.rank() == 1 && one.holdsOn(today)),
                            "Choose or add the principal diagnosis.",
                            admission));
        }
        return items;
    }

    private static String about(Client client, LocalDate today) {
        var person = client.person();
        var parts = new ArrayList<String>();
        parts.add(person.ageOn(today) + " years");
        if (!person.pronouns().isEmpty()) {
            parts.add(person.pronouns());
        }
        parts.add(client.recordNumber());
        return String.join(" · ", parts);
    }

    private List<Fact> facts(
            Client client,
            Optional<Episode> current,
            List<ChartRows.Program> programs,
            List<Coverage> cards,
            LocalDate today) {
        var person = client.person();
        var names = names(programs);
        var facts = new ArrayList<Fact>();
        facts.add(
                new Fact(
                        "Program",
                        current.map(stay -> names.getOrDefault(stay.program().value(), ""))
                                .orElse("Not admitted")));
        facts.add(
                new Fact(
                        "Level of care",
                        current.flatMap(stay -> stay.placement(today))
                                .map(placement -> placement.level().label())
                                .orElse("")));
        facts.add(
                new Fact("Admitted", current.map(stay -> Words.day(stay.admittedOn())).orElse("")));
        facts.add(new Fact("Track", String.join(", ", rows.tracks(client.id(), today)), ""));
        facts.add(
                new Fact(
                        "Coverage",
                        cards.stream()
                                .filter(card -> card.terms().covers(today))
                                .min(Comparator.comparingInt(card -> card.terms().priority()))
                                .map(card -> card.terms().payerName())
                                .orElse("")));
        facts.add(new Fact("Born", Words.day(person.birthDate())));
        facts.add(new Fact("Phone", person.phone()));
        facts.add(new Fact("E-mail", person.email()));
        var address = person.address();
        facts.add(
                new Fact(
                        "Address",
                        String.join(
                                ", ",
                                Stream.of(
                                                address.line(),
                                                address.city(),
                                                (address.state() + " " + address.postalCode())
                                                        .strip())
                                        .filter(part -> !part.isEmpty())
                                        .toList())));
        return facts;
    }

    private static Map<UUID, String> names(List<ChartRows.Program> programs) {
        return programs.stream()
                .collect(
                        Collectors.toMap(program -> program.id().value(), ChartRows.Program::name));
    }

    private static List<String> gaps(
            Optional<Episode> current,
            List<ChartRows.Program> programs,
            Optional<Plan> plan,
            List<Coverage> cards,
            ConsentState consent,
            @Nullable List<Diagnosis> found,
            LocalDate today) {
        var gaps = new ArrayList<String>();
        boolean part2 =
                current.isPresent()
                        && programs.stream()
                                .anyMatch(program ->
                                        program.part2()
                                                && program.id().equals(current.get().program()));
        if (part2 && !(consent instanceof ConsentState.InForce)) {
            gaps.add("Nothing may leave for a payer (42 CFR Part 2): ask for the signature.");
        }
        if (current.isEmpty()) {
            gaps.add("Not in a program: admit the client.");
        } else if (plan.flatMap(one -> one.on(today)).isEmpty()) {
            gaps.add("No plan is in force: prescribe the hours a week.");
        }
        var card = cards.stream().filter(one -> one.terms().covers(today)).findFirst();
        if (card.isEmpty()) {
            gaps.add("No coverage holds today: add the card.");
        } else if (card.get().terms().memberId().isEmpty()) {
            gaps.add("The coverage has no member id: read it from the card.");
        } else if (card.get().terms().contract().isEmpty()) {
            gaps.add("The coverage falls under no contract: choose one.");
        }
        if (found != null
                && found.stream().noneMatch(one -> one.rank() == 1 && one.holdsOn(today))) {
            gaps.add("No principal diagnosis: choose or add one.");
        }
        return gaps;
    }

    private static String weekWords(List<ChartView.Day> week) {
        var groups = week.stream().flatMap(day -> day.groups().stream()).toList();
        long here =
                groups.stream()
                        .filter(group ->
                                switch (group.mark()) {
                                    case PRESENT, LATE, VIRTUAL -> true;
                                    case EXPECTED, ABSENT, AWAY -> false;
                                })
                        .count();
        return groups.isEmpty() ? "" : "%d of %d groups attended".formatted(here, groups.size());
    }
}
