package care.trellis.placement;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.curricula.Curricula;
import care.trellis.engine.placement.Apart;
import care.trellis.engine.placement.Person;
import care.trellis.engine.placement.Place;
import care.trellis.engine.placement.Question;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.SiteId;
import care.trellis.sessions.Track;
import care.trellis.sessions.Tracks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the question for the optimizer out of what the rooms have on record. */
@Component
class Situations {

    private final SituationRecords records;
    private final WaitingRecords waitings;
    private final PairRecords pairs;
    private final PinRecords pins;
    private final Tracks tracks;
    private final Curricula curricula;
    private final SituationSeats seats;
    private final HomeTime home;

    Situations(
            SituationRecords records,
            WaitingRecords waitings,
            PairRecords pairs,
            PinRecords pins,
            Tracks tracks,
            Curricula curricula,
            SituationSeats seats,
            HomeTime home) {
        this.records = records;
        this.waitings = waitings;
        this.pairs = pairs;
        this.pins = pins;
        this.tracks = tracks;
        this.curricula = curricula;
        this.seats = seats;
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
                new Question(people, seats.tracks(mine, today), seats.payers(today), apart(people)),
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
                        SituationPeople.person(
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
                        SituationPeople.person(
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
