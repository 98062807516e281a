package care.trellis.engine.placement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says which hard rules some places break. It reads the question alone, and shares nothing with the
 * solver and its options, so that it can judge them.
 */
public final class Checker {

    /** A rule that one person's place breaks. */
    public record Breach(String person, Rule rule) {}

    private Checker() {}

    /**
     * All breaches by those whose place may change; where a pinned person sits wrongly already that
     * is nobody's proposal, but whoever is added there is named.
     */
    public static List<Breach> breaches(Question question, Map<String, Place> places) {
        var breaches = new ArrayList<Breach>();
        for (var person : question.people()) {
            var place = places.get(person.id());
            if (place == null || place.equals(person.current())) {
                continue;
            }
            for (var rule : Rule.values()) {
                if (!holds(question, places, person, place, rule)) {
                    breaches.add(new Breach(person.id(), rule));
                }
            }
        }
        return breaches;
    }

    private static boolean holds(
            Question question, Map<String, Place> places, Person person, Place place, Rule rule) {
        var track =
                question.tracks().stream()
                        .filter(it -> it.id().equals(place.track()))
                        .findAny()
                        .orElseThrow();
        var groups = groups(track, place);
        var fit = person.fit();
        return switch (rule) {
            case LEVEL -> track.level().equals(person.need().level());
            case AGE -> track.youngest() <= fit.age() && fit.age() <= track.oldest();
            case LANGUAGE -> fit.languages().contains(track.language());
            case RESERVED ->
                    fit.tags().containsAll(track.only()) && track.only().containsAll(fit.musts());
            case MODALITY ->
                    groups.stream().allMatch(group -> fit.modalities().contains(group.modality()));
            case COUNTED ->
                    groups.stream().noneMatch(group -> group.uncounted().containsKey(fit.payer()));
            case CREDENTIAL ->
                    question.payers().stream()
                            .filter(payer -> payer.id().equals(fit.payer()))
                            .map(Payer::credentials)
                            .filter(credentials -> !credentials.isEmpty())
                            .allMatch(credentials ->
                                    groups.stream()
                                            .allMatch(group ->
                                                    credentials.stream()
                                                            .anyMatch(
                                                                    group.credentials()
                                                                            ::contains)));
            case TIMES -> groups.stream().allMatch(group -> free(person, group.when()));
            case MINUTES ->
                    groups.stream().mapToInt(group -> group.when().to() - group.when().from()).sum()
                            >= person.need().minutesLeast();
            case SEATS ->
                    groups.stream().allMatch(group -> enoughSeats(question, group, places, person));
            case APART ->
                    groups.stream().allMatch(group -> meetsNobody(question, group, places, person));
        };
    }

    private static boolean free(Person person, Window when) {
        if (person.reach().free().isEmpty()) {
            return true;
        }
        for (var window : person.reach().free()) {
            if (window.day() == when.day()
                    && window.from() <= when.from()
                    && when.to() <= window.to()) {
                return true;
            }
        }
        return false;
    }

    private static boolean enoughSeats(
            Question question, Group group, Map<String, Place> places, Person person) {
        var there = in(question, group, places);
        for (var limit : group.limits()) {
            if (there.size() > limit.people()) {
                return false;
            }
        }
        Set<String> payers = new HashSet<>();
        there.forEach(other -> payers.add(other.fit().payer()));
        for (var payer : question.payers()) {
            if (payers.contains(payer.id())
                    && payer.mostInGroup() != 0
                    && there.size() > payer.mostInGroup()) {
                return false;
            }
        }
        return true;
    }

    private static boolean meetsNobody(
            Question question, Group group, Map<String, Place> places, Person person) {
        var there = in(question, group, places).stream().map(Person::id).toList();
        for (var pair : question.apart()) {
            if (pair.one().equals(person.id()) && there.contains(pair.other())
                    || pair.other().equals(person.id()) && there.contains(pair.one())) {
                return false;
            }
        }
        return true;
    }

    private static List<Person> in(Question question, Group group, Map<String, Place> places) {
        var there = new ArrayList<Person>();
        for (var person : question.people()) {
            var place = places.get(person.id());
            if (place == null || !place.days().contains(group.when().day())) {
                continue;
            }
            for (var track : question.tracks()) {
                if (track.id().equals(place.track()) && track.groups().contains(group)) {
                    there.add(person);
                }
            }
        }
        return there;
    }

    private static List<Group> groups(Track track, Place place) {
        return track.groups().stream()
                .filter(group -> place.days().contains(group.when().day()))
                .toList();
    }
}
