package care.trellis.engine.placement;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How many more people a group takes: room, licence, program and the payers of all who sit there,
 * counted together.
 *
 * @param limit the one that binds
 * @param taken seats
 */
public record Headroom(Limit limit, int taken) {

    /** Seats left; less than 0 where there are too many people already. */
    public int left() {
        return limit.people() == Integer.MAX_VALUE ? Integer.MAX_VALUE : limit.people() - taken;
    }

    /** As it is now. */
    public static Headroom of(Group group, Collection<Person> there, Collection<Payer> payers) {
        return of(group, there.stream().map(it -> it.fit().payer()), there.size(), payers);
    }

    /** As it would be with one more person in it. */
    static Headroom with(
            Group group, Collection<Person> there, Person more, Collection<Payer> payers) {
        return of(
                group,
                Stream.concat(there.stream(), Stream.of(more)).map(it -> it.fit().payer()),
                there.size() + 1,
                payers);
    }

    private static Headroom of(
            Group group, Stream<String> present, int taken, Collection<Payer> payers) {
        var paying = present.distinct().toList();
        var limit =
                Stream.concat(
                                Stream.of(group.tightest()),
                                payers.stream()
                                        .filter(payer -> payer.mostInGroup() > 0)
                                        .filter(payer -> paying.contains(payer.id()))
                                        .map(payer ->
                                                new Limit(Limit.Kind.PAYER, payer.mostInGroup())))
                        .min(Comparator.comparingInt(Limit::people))
                        .orElseThrow();
        return new Headroom(limit, taken);
    }
}
