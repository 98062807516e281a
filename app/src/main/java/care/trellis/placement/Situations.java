package care.trellis.placement;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.curricula.Curricula;
import care.trellis.engine.placement.Apart;
import care.trellis.engine.placement.Group;
import care.trellis.engine.placement.Limit;
import care.trellis.engine.placement.Modality;
import care.trellis.engine.placement.Payer;
import care.trellis.engine.placement.Person;
import care.trellis.engine.placement.Place;
import care.trellis.engine.placement.Question;
import care.trellis.engine.placement.Window;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.SiteId;
import care.trellis.payers.ContractOverrides;
import care.trellis.payers.EffectiveRules;
import care.trellis.sessions.Block;
import care.trellis.sessions.Track;
import care.trellis.sessions.Tracks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the question for the optimizer out of what the rooms have on record. */
@Component
class Situations {

    /** Adults from nine hours a week, adolescents from six (CMS and state rules alike). */
    private static final int IOP_MINUTES = 540;

    private static final int YOUTH_MINUTES = 360;
    private static final int PHP_MINUTES = 1200;
    private static final int OP_MINUTES = 60;
    private static final int WEEKS_AHEAD = 4;

    /** Below this a group hardly works as one; above this many of one kind the mix suffers. */
    private static final int LEAST = 4;

    private static final int MOST_ALIKE = 8;

    private final SituationRecords records;
    private final WaitingRecords waitings;
    private final PairRecords pairs;
    private final PinRecords pins;
    private final Tracks tracks;
    private final Curricula curricula;
    private final EffectiveRules rules;
    private final ContractOverrides overrides;
    private final HomeTime home;

    Situations(
            SituationRecords records,
            WaitingRecords waitings,
            PairRecords pairs,
            PinRecords pins,
            Tracks tracks,
            Curricula curricula,
            EffectiveRules rules,
            ContractOverrides overrides,
            HomeTime home) {
        this.records = records;
        this.waitings = waitings;
        this.pairs = pairs;
        this.pins = pins;
        this.tracks = tracks;
        this.curricula = curricula;
        this.rules = rules;
        this.overrides = overrides;
        this.home = home;
    }

    /** Refuses whoever does not work at the site, and a site that there is not. */
    void atWork(Permit permit, SiteId site) {
        records.atWork(permit, site);
    }

    /**
     * A site as it is now.
     *
     * @param whole whether who has a place may get another one; of whom nobody wrote down when they
     *     can come, nobody is moved
     */
    Situation of(Permit permit, SiteId site, boolean whole) {
        var today = home.today();
        var mine =
                tracks.all(permit).stream()
                        .filter(track -> track.site().equals(site) && !track.blocks().isEmpty())
                        .toList();
        var stays =
                records.stays(site, today).stream()
                        .collect(
                                Collectors.toMap(
                                        SituationRecords.Stay::client,
                                        it -> it,
                                        (one, two) -> one));
        var waiting =
                waitings.waiting(site, null).stream()
                        .filter(it -> stays.containsKey(it.client()))
                        .toList();
        var gaps = curricula.missing(permit, waiting.stream().map(Waiting::client).toList());
        var placed = places(mine, site, today);
        var people = people(placed, stays, waiting, gaps, today, whole);
        var newcomers =
                waiting.stream()
                        .map(Waiting::client)
                        .filter(client -> !placed.containsKey(client))
                        .map(client -> client.value().toString())
                        .collect(Collectors.toSet());
        var known = new HashMap<String, Situation.Stay>();
        stays.forEach((client, stay) ->
                known.put(
                        client.value().toString(),
                        new Situation.Stay(
                                client, stay.name(), stay.episode(), stay.admittedOn())));
        return new Situation(
                new Question(people, engineTracks(mine, today), payers(today), apart(people)),
                known,
                newcomers,
                mine);
    }

    private List<Person> people(
            Map<ClientId, List<Place>> placed,
            Map<ClientId, SituationRecords.Stay> stays,
            List<Waiting> waiting,
            Map<ClientId, Set<String>> gaps,
            LocalDate today,
            boolean whole) {
        var preferences = waitings.preferences();
        var pinned = pins.all();
        var people = new ArrayList<Person>();
        var waits = waiting.stream().collect(Collectors.toMap(Waiting::client, it -> it));
        placed.forEach((client, places) -> {
            var stay = stays.get(client);
            if (stay == null) {
                return;
            }
            var preference = preferences.get(client);
            boolean free =
                    (whole || waits.containsKey(client))
                            && preference != null
                            && places.size() == 1
                            && !pinned.containsKey(client);
            for (int i = 0; i < places.size(); i++) {
                people.add(
                        person(
                                stay,
                                i == 0 ? "" : Situation.SECOND.repeat(i),
                                preference == null ? Preference.NONE : preference,
                                gaps.getOrDefault(client, Set.of()),
                                0,
                                places.get(i),
                                !free,
                                today));
            }
        });
        for (var one : waiting) {
            var stay = stays.get(one.client());
            if (stay != null && !placed.containsKey(one.client())) {
                var pin = pinned.get(one.client());
                people.add(
                        person(
                                stay,
                                "",
                                one.preference(),
                                gaps.getOrDefault(one.client(), Set.of()),
                                (int) ChronoUnit.DAYS.between(one.since(), today),
                                pin,
                                pin != null,
                                today));
            }
        }
        return people;
    }

    private Map<ClientId, List<Place>> places(List<Track> mine, SiteId site, LocalDate today) {
        var days =
                mine.stream()
                        .collect(
                                Collectors.toMap(
                                        Track::id,
                                        track ->
                                                track.blocks().stream()
                                                        .map(block -> block.day())
                                                        .collect(Collectors.toSet())));
        var places = new HashMap<ClientId, List<Place>>();
        for (var enrolled : records.enrolled(site, today)) {
            var week = days.getOrDefault(enrolled.track(), Set.<DayOfWeek>of());
            var comes = enrolled.days().isEmpty() ? week : enrolled.days();
            var mineOf = places.computeIfAbsent(enrolled.client(), it -> new ArrayList<>());
            boolean known =
                    mineOf.stream()
                            .anyMatch(it -> it.track().equals(enrolled.track().value().toString()));
            if (!comes.isEmpty() && !week.isEmpty() && !known) {
                mineOf.add(new Place(enrolled.track().value().toString(), comes));
            }
        }
        places.values().removeIf(List::isEmpty);
        return places;
    }

    private static Person person(
            SituationRecords.Stay stay,
            String suffix,
            Preference preference,
            Set<String> gaps,
            int waitingDays,
            @Nullable Place place,
            boolean pinned,
            LocalDate today) {
        int age = stay.born().until(today).getYears();
        int wanted = stay.minutesPerWeek() == 0 ? least(stay.level(), age) : stay.minutesPerWeek();
        return new Person(
                stay.client().value() + suffix,
                new Person.Need(
                        stay.level(), Math.min(wanted, least(stay.level(), age)), wanted, gaps),
                new Person.Fit(
                        age,
                        preference.languages(),
                        preference.tags(),
                        preference.musts(),
                        preference.wishes(),
                        stay.kind(),
                        stay.contract(),
                        preference.modalities()),
                new Person.Reach(
                        preference.free(),
                        preference.travelMinutes() == 0
                                ? Map.of()
                                : Map.of("here", preference.travelMinutes())),
                waitingDays,
                place,
                pinned);
    }

    private static int least(String level, int age) {
        return switch (level) {
            case "PHP" -> PHP_MINUTES;
            case "OP" -> OP_MINUTES;
            default -> age < 18 ? YOUTH_MINUTES : IOP_MINUTES;
        };
    }

    private List<care.trellis.engine.placement.Track> engineTracks(
            List<Track> mine, LocalDate today) {
        var terms = records.terms();
        var chairs = records.chairs();
        var credentials = records.credentials();
        var licences = records.licences();
        var levels = records.levels();
        var taught = records.taught(today, today.plusWeeks(WEEKS_AHEAD));
        return mine.stream()
                .map(track -> {
                    var asked = terms.getOrDefault(track.id(), TrackTerms.USUAL);
                    var licence =
                            Optional.ofNullable(licences.get(track.program()))
                                    .map(set -> rules.rulebook(set, List.of(), today));
                    var groups =
                            track.blocks().stream()
                                    .map(block -> {
                                        var limits = new ArrayList<Limit>();
                                        limit(limits, Limit.Kind.PROGRAM, asked.seats());
                                        var room = block.plan().room();
                                        limit(
                                                limits,
                                                Limit.Kind.ROOM,
                                                room == null ? null : chairs.get(room.value()));
                                        licence.ifPresent(book ->
                                                book.mostInGroup()
                                                        .ifPresent(most ->
                                                                limit(
                                                                        limits,
                                                                        Limit.Kind.LICENCE,
                                                                        most)));
                                        return group(
                                                block,
                                                limits,
                                                credentials,
                                                taught.getOrDefault(track.id(), Map.of())
                                                        .getOrDefault(block.day(), Set.of()));
                                    })
                                    .toList();
                    return new care.trellis.engine.placement.Track(
                            track.id().value().toString(),
                            track.name(),
                            levels.getOrDefault(track.program(), "IOP"),
                            "here",
                            asked.language(),
                            asked.youngest(),
                            asked.oldest(),
                            asked.reservedFor(),
                            groups);
                })
                .toList();
    }

    private static void limit(List<Limit> limits, Limit.Kind kind, @Nullable Integer people) {
        if (people != null) {
            limits.add(new Limit(kind, people));
        }
    }

    private static Group group(
            Block block,
            List<Limit> limits,
            Map<UUID, Set<String>> credentials,
            Set<String> modules) {
        var plan = block.plan();
        int from = plan.starts().toSecondOfDay() / 60;
        var coLead = plan.coLead();
        return new Group(
                block.id() + "/" + block.day().getValue(),
                new Window(block.day(), from, Math.min(1440, from + plan.minutes())),
                Modality.valueOf(plan.modality().name()),
                Stream.of(
                                credentials.getOrDefault(plan.lead().value(), Set.of()),
                                coLead == null
                                        ? Set.<String>of()
                                        : credentials.getOrDefault(coLead.value(), Set.of()))
                        .flatMap(Collection::stream)
                        .collect(Collectors.toSet()),
                limits,
                LEAST,
                MOST_ALIKE,
                modules);
    }

    private List<Payer> payers(LocalDate today) {
        var local = overrides.all();
        return records.agreed().stream()
                .flatMap(agreed ->
                        Stream.ofNullable(
                                        rules.rulebook(
                                                agreed.ruleSet(),
                                                local.getOrDefault(
                                                        UUID.fromString(agreed.contract()),
                                                        List.of()),
                                                today))
                                .map(book ->
                                        new Payer(
                                                agreed.contract(),
                                                agreed.payer(),
                                                book.mostInGroup().orElse(0),
                                                book.groupLeaders())))
                .toList();
    }

    /** Each open pair, for every place that one of the two has. */
    private List<Apart> apart(List<Person> people) {
        return pairs.open().stream()
                .flatMap(pair ->
                        ids(people, pair.one()).stream()
                                .flatMap(one ->
                                        ids(people, pair.other()).stream()
                                                .map(other -> new Apart(one, other))))
                .toList();
    }

    private static List<String> ids(List<Person> people, ClientId client) {
        var id = client.value().toString();
        return people.stream().map(Person::id).filter(it -> it.startsWith(id)).toList();
    }
}
