package care.trellis.drugtests;

import care.trellis.organizations.SiteId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A draw that took place: who could have been drawn, and who was.
 *
 * @param commitment what was published before the day
 * @param seed published with the draw
 */
public record Draw(
        DrawId id,
        SiteId site,
        LocalDate day,
        String commitment,
        Instant committedAt,
        String seed,
        Instant drawnAt,
        List<Entry> eligible) {

    /**
     * Somebody who could have been drawn.
     *
     * @param chance of ten thousand
     * @param number as it was written down
     */
    public record Entry(UUID client, String name, int chance, long number, boolean drawn) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "Entry[" + client + " " + drawn + "]";
        }
    }

    /** Copies the list. */
    public Draw {
        eligible = List.copyOf(eligible);
    }

    /** Whether the seed is the one that was promised before. */
    public boolean seedWasPromised() {
        return Lot.commitment(seed).equals(commitment) && committedAt.isBefore(drawnAt);
    }

    /** Drawing again from the seed: what everybody's number and lot come to. */
    public List<Entry> replayed() {
        return eligible.stream()
                .map(one -> {
                    var lot = Lot.of(seed, site.value(), day, one.client(), one.chance());
                    return new Entry(
                            one.client(), one.name(), one.chance(), lot.number(), lot.drawn());
                })
                .toList();
    }

    /** Whether drawing again comes to what was written down. */
    public boolean replaysAlike() {
        return seedWasPromised() && replayed().equals(eligible);
    }

    /** How many were drawn. */
    public long drawn() {
        return eligible.stream().filter(Entry::drawn).count();
    }
}
