package care.trellis.engine.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Says in sentences why each person sits where they sit, and why nowhere else. */
final class Explainer {

    private final Question question;
    private final Options options;
    private final Crowd crowd;

    private Explainer(Question question, Options options, Crowd crowd) {
        this.question = question;
        this.options = options;
        this.crowd = crowd;
    }

    static Proposal explained(Question question, Options options, Crowd crowd) {
        var explainer = new Explainer(question, options, crowd);
        var placed = new ArrayList<Proposal.Placed>();
        var unplaced = new ArrayList<Proposal.Unplaced>();
        for (var person : question.people()) {
            crowd.of(person)
                    .ifPresentOrElse(
                            option -> placed.add(explainer.placed(person, option)),
                            () -> unplaced.add(explainer.unplaced(person)));
        }
        return new Proposal(placed, unplaced, Figures.of(question, crowd.places()));
    }

    private Proposal.Placed placed(Person person, Option option) {
        if (person.pinned()) {
            return new Proposal.Placed(
                    person.id(),
                    option.place,
                    option.minutes,
                    List.of("Pinned: stays here."),
                    List.of(),
                    List.of());
        }
        return new Proposal.Placed(
                person.id(),
                option.place,
                option.minutes,
                held(person, option),
                costs(person, option),
                others(person, option));
    }

    private List<String> held(Person person, Option option) {
        var held = new ArrayList<String>();
        held.add(
                "%s of %s a week, on %s, all at times they can come."
                        .formatted(
                                Words.hours(option.minutes),
                                Words.hours(person.need().minutesWanted()),
                                Words.days(option.place.days())));
        option.groups().stream()
                .map(group -> Headroom.of(group, crowd.there(group), question.payers()))
                .min(Comparator.comparingInt(Headroom::left))
                .filter(room -> room.left() < Integer.MAX_VALUE)
                .ifPresent(room ->
                        held.add(
                                "%s of %d taken in the fullest group, set by %s."
                                        .formatted(
                                                Words.count(room.taken(), "seat", "seats"),
                                                room.limit().people(),
                                                room.limit().kind().words())));
        var met = person.fit().wishes().stream().filter(option.track.only()::contains).toList();
        if (!met.isEmpty()) {
            held.add("Meets the wish: %s.".formatted(Words.list(met)));
        }
        if (option.groups().stream().anyMatch(group -> !group.modules().isEmpty())) {
            long taught =
                    person.need().gaps().stream()
                            .filter(gap ->
                                    option.groups().stream()
                                            .anyMatch(group -> group.modules().contains(gap)))
                            .count();
            if (taught > 0) {
                held.add(
                        "Teaches %s that they have not had."
                                .formatted(Words.count((int) taught, "module", "modules")));
            }
        }
        return held;
    }

    private static List<String> costs(Person person, Option option) {
        var costs = new ArrayList<String>();
        if (option.shortfall > 0) {
            costs.add("%s a week less than prescribed.".formatted(Words.hours(option.shortfall)));
        }
        Costs.counted(person, option.track, option.place, option.groups())
                .forEach((cost, number) -> costs.add(sentence(cost, number)));
        return costs;
    }

    private static String sentence(Cost cost, int number) {
        return switch (cost) {
            case TRAVEL -> "%s on the way each week.".formatted(Words.hours(number));
            case MOVED -> "Leaves the present place.";
            case WISH ->
                    number == 1 ? "A wish is not met." : "%d wishes are not met.".formatted(number);
            case GAP ->
                    "%s not taught here."
                            .formatted(
                                    Words.count(
                                            number, "missing module is", "missing modules are"));
            case ALIKE, THIN -> throw new IllegalArgumentException("Not one person's: " + cost);
        };
    }

    private List<Proposal.Other> others(Person person, Option chosen) {
        crowd.unseat(person);
        var others =
                question.tracks().stream()
                        .filter(track -> !track.id().equals(chosen.track.id()))
                        .map(track -> other(person, track, Optional.of(chosen)))
                        .toList();
        crowd.seat(person, chosen);
        return others;
    }

    private Proposal.Other other(Person person, Track track, Optional<Option> chosen) {
        var possible = options.of(person, track);
        if (possible.isEmpty()) {
            var reason = fixed(person, track);
            return new Proposal.Other(track.id(), reason.rule(), reason.words());
        }
        Reason first = null;
        for (var option : possible) {
            var refusal = crowd.refusal(person, option);
            if (refusal.isEmpty()) {
                return new Proposal.Other(track.id(), null, dearer(person, option, chosen));
            }
            first = first == null ? refusal.get() : first;
        }
        if (first == null) {
            throw new IllegalStateException("No option was tried");
        }
        return new Proposal.Other(track.id(), first.rule(), first.words());
    }

    /** The first fixed rule that leaves too little of the track. */
    private Reason fixed(Person person, Track track) {
        return options.rules()
                .refusal(person, track)
                .or(() ->
                        track.groups().stream()
                                .flatMap(group -> options.rules().refusal(person, group).stream())
                                .findFirst())
                .orElse(
                        new Reason(
                                Rule.MINUTES,
                                "gives less than the %s a week that the level needs"
                                        .formatted(Words.hours(person.need().minutesLeast()))));
    }

    private static String dearer(Person person, Option option, Optional<Option> chosen) {
        if (chosen.isEmpty()) {
            return "has a place, but giving it would leave somebody else without";
        }
        var words = new ArrayList<String>();
        int lessCare = option.shortfall - chosen.get().shortfall;
        if (lessCare > 0) {
            words.add(Words.hours(lessCare) + " less care");
        }
        var here =
                Costs.counted(
                        person, chosen.get().track, chosen.get().place, chosen.get().groups());
        Costs.counted(person, option.track, option.place, option.groups())
                .forEach((cost, number) -> {
                    int more = number - here.getOrDefault(cost, 0);
                    if (more > 0) {
                        words.add(more(cost, more));
                    }
                });
        return words.isEmpty()
                ? "would do as well; the seat serves somebody else better"
                : "is possible, with " + Words.joined(words);
    }

    private static String more(Cost cost, int more) {
        return switch (cost) {
            case TRAVEL -> Words.hours(more) + " more on the way";
            case MOVED -> "a move";
            case WISH -> Words.count(more, "wish less", "wishes less");
            case GAP -> Words.count(more, "missing module more", "missing modules more");
            case ALIKE, THIN -> throw new IllegalArgumentException("Not one person's: " + cost);
        };
    }

    private Proposal.Unplaced unplaced(Person person) {
        var others =
                question.tracks().stream()
                        .map(track -> other(person, track, Optional.empty()))
                        .toList();
        return new Proposal.Unplaced(person.id(), others, smallest(others));
    }

    /** Seats are the easiest to change, then times, then the rest. */
    private String smallest(List<Proposal.Other> others) {
        var ease =
                Map.of(
                        Rule.SEATS,
                        0,
                        Rule.APART,
                        1,
                        Rule.TIMES,
                        2,
                        Rule.MINUTES,
                        3,
                        Rule.MODALITY,
                        4,
                        Rule.COUNTED,
                        5,
                        Rule.CREDENTIAL,
                        6);
        return others.stream()
                .filter(other -> other.rule() != null)
                .min(Comparator.comparingInt(other -> ease.getOrDefault(other.rule(), 9)))
                .map(other ->
                        switch (Objects.requireNonNull(other.rule())) {
                            case SEATS ->
                                    "One more seat in %s would do."
                                            .formatted(options.track(other.track()).name());
                            case TIMES, MINUTES ->
                                    "More times would do: %s %s."
                                            .formatted(
                                                    options.track(other.track()).name(),
                                                    other.words());
                            case APART, MODALITY, COUNTED, CREDENTIAL ->
                                    "%s %s."
                                            .formatted(
                                                    options.track(other.track()).name(),
                                                    other.words());
                            case LEVEL, AGE, LANGUAGE, RESERVED ->
                                    "No track of this program is for them.";
                        })
                .orElse("Every place that suits them is needed by somebody else.");
    }
}
