package care.trellis.demo.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The authorizations of a stay: about five weeks at a time, asked for again before they end. Two
 * are planted otherwise: one ends tomorrow, and one is used up before the last whole week.
 */
final class Grants {

    private static final int ASKED_BEFORE = 4;

    private final Story story;

    Grants(Story story) {
        this.story = story;
    }

    /** All of somebody's, oldest first; none where the payer asks for none. */
    List<Grant> of(Participant person, Planting planting) {
        if (!person.insurer().authorizes()) {
            return List.of();
        }
        return switch (planting) {
            case NONE -> regular(person, person.admittedOn(), story.anchor().plusWeeks(2));
            case ENDS_TOMORROW -> endingTomorrow(person);
            case OVERDRAWN -> overdrawn(person);
        };
    }

    /** What is planted in somebody's authorizations. */
    enum Planting {
        NONE,
        ENDS_TOMORROW,
        OVERDRAWN
    }

    private List<Grant> regular(Participant person, LocalDate from, LocalDate before) {
        var grants = new ArrayList<Grant>();
        var last = person.lastDay().filter(day -> day.isBefore(before)).orElse(before);
        var start = from;
        while (!start.isAfter(last)) {
            var end = end(person, start);
            grants.add(grant(person, grants.size(), start, end, 2));
            start = end.plusDays(1);
        }
        return grants;
    }

    /** About five weeks on, at the latest the end of the stay; nobody else's ends tomorrow. */
    private LocalDate end(Participant person, LocalDate start) {
        var planned = start.plusDays(30 + person.number() * 5 % 12);
        var last = person.lastDay().orElse(planned);
        var end = last.isBefore(planned) ? last : planned;
        return end.equals(tomorrow(person)) ? end.plusDays(2) : end;
    }

    private LocalDate tomorrow(Participant person) {
        return story.today(person.group().place()).plusDays(1);
    }

    private List<Grant> endingTomorrow(Participant person) {
        var tomorrow = tomorrow(person);
        var grants = new ArrayList<Grant>();
        for (var grant : regular(person, person.admittedOn(), tomorrow)) {
            boolean last = !grant.to().isBefore(tomorrow);
            grants.add(
                    last
                            ? new Grant(
                                    grant.number(),
                                    grant.days(),
                                    grant.from(),
                                    tomorrow,
                                    grant.requestedOn())
                            : grant);
        }
        return grants;
    }

    private List<Grant> overdrawn(Participant person) {
        var last = story.lastWholeWeek();
        var from = last.minusWeeks(2);
        var grants = new ArrayList<Grant>();
        if (from.isAfter(person.admittedOn())) {
            grants.add(grant(person, 0, person.admittedOn(), from.minusDays(1), 2));
        } else {
            from = person.admittedOn();
        }
        int days = meetings(person.group(), from, last.minusDays(1));
        grants.add(
                new Grant(
                        number(person, grants.size()),
                        days,
                        from,
                        story.anchor().plusWeeks(3),
                        grants.isEmpty() ? from : from.minusDays(ASKED_BEFORE)));
        return grants;
    }

    private Grant grant(Participant person, int index, LocalDate from, LocalDate to, int spare) {
        return new Grant(
                number(person, index),
                meetings(person.group(), from, to) + spare,
                from,
                to,
                index == 0 ? from : from.minusDays(ASKED_BEFORE));
    }

    private static String number(Participant person, int index) {
        return "A%04d-%d".formatted(7_000 + person.number() * 11, index + 1);
    }

    private static int meetings(Group group, LocalDate from, LocalDate to) {
        return Math.toIntExact(
                from.datesUntil(to.plusDays(1))
                        .filter(day -> group.days().contains(day.getDayOfWeek()))
                        .count());
    }
}
