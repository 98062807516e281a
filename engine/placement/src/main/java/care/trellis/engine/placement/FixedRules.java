package care.trellis.engine.placement;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules that hold between one person and a track or group, whoever else is there. */
final class FixedRules {

    private interface OfTrack {
        Optional<Reason> refuses(Person person, Track track);
    }

    private interface OfGroup {
        Optional<Reason> refuses(Person person, Group group);
    }

    private final Map<String, Payer> payers;
    private final List<OfTrack> ofTracks =
            List.of(
                    FixedRules::level,
                    FixedRules::age,
                    FixedRules::language,
                    FixedRules::reserved,
                    FixedRules::musts);
    private final List<OfGroup> ofGroups =
            List.of(FixedRules::modality, FixedRules::counted, this::credential, FixedRules::times);

    FixedRules(Question question) {
        this.payers =
                question.payers().stream()
                        .collect(Collectors.toMap(Payer::id, Function.identity()));
    }

    Optional<Reason> refusal(Person person, Track track) {
        return ofTracks.stream().flatMap(rule -> rule.refuses(person, track).stream()).findFirst();
    }

    Optional<Reason> refusal(Person person, Group group) {
        return ofGroups.stream().flatMap(rule -> rule.refuses(person, group).stream()).findFirst();
    }

    /** Why a day of the track cannot be taken; empty where it can, or has no group. */
    Optional<Reason> refusal(Person person, Track track, DayOfWeek day) {
        return track.groups().stream()
                .filter(group -> group.when().day() == day)
                .flatMap(group -> refusal(person, group).stream())
                .findFirst();
    }

    static Optional<Reason> level(Person person, Track track) {
        return unless(
                track.level().equals(person.need().level()),
                Rule.LEVEL,
                "gives %s; %s is prescribed".formatted(track.level(), person.need().level()));
    }

    static Optional<Reason> age(Person person, Track track) {
        int age = person.fit().age();
        return unless(
                age >= track.youngest() && age <= track.oldest(),
                Rule.AGE,
                track.oldest() > 99
                        ? "takes people of %d and older".formatted(track.youngest())
                        : "takes people of %d to %d".formatted(track.youngest(), track.oldest()));
    }

    static Optional<Reason> language(Person person, Track track) {
        return unless(
                person.fit().languages().contains(track.language()),
                Rule.LANGUAGE,
                "is held in " + track.language());
    }

    static Optional<Reason> reserved(Person person, Track track) {
        return unless(
                person.fit().tags().containsAll(track.only()),
                Rule.RESERVED,
                "is reserved for " + Words.list(track.only()));
    }

    static Optional<Reason> musts(Person person, Track track) {
        return unless(
                track.only().containsAll(person.fit().musts()),
                Rule.RESERVED,
                "is not reserved for "
                        + Words.list(
                                person.fit().musts().stream()
                                        .filter(it -> !track.only().contains(it))
                                        .toList()));
    }

    static Optional<Reason> modality(Person person, Group group) {
        return unless(
                person.fit().modalities().contains(group.modality()),
                Rule.MODALITY,
                group.modality() == Modality.VIDEO ? "meets by video" : "meets in person");
    }

    static Optional<Reason> counted(Person person, Group group) {
        var rule = group.uncounted().get(person.fit().payer());
        return unless(
                rule == null,
                Rule.COUNTED,
                "meets %s, which does not count: %s"
                        .formatted(
                                group.modality() == Modality.VIDEO ? "by video" : "in person",
                                rule));
    }

    private Optional<Reason> credential(Person person, Group group) {
        var payer = payers.get(person.fit().payer());
        var asked = payer == null ? Set.<String>of() : payer.credentials();
        return unless(
                asked.isEmpty() || asked.stream().anyMatch(group.credentials()::contains),
                Rule.CREDENTIAL,
                "has no facilitator with a credential that the payer asks for (%s)"
                        .formatted(Words.either(asked)));
    }

    static Optional<Reason> times(Person person, Group group) {
        return unless(
                person.reach().at(group.when()),
                Rule.TIMES,
                "meets on %s, when they cannot come".formatted(Words.when(group.when())));
    }

    private static Optional<Reason> unless(boolean holds, Rule rule, String words) {
        return holds ? Optional.empty() : Optional.of(new Reason(rule, words));
    }
}
