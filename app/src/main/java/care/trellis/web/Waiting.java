package care.trellis.web;

import care.trellis.base.Money;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One thing that waits for a person, as the home page shows it.
 *
 * @param due the day it is about or must be done by, in the site's zone
 * @param client the client as staff know them; empty where it is about nobody
 * @param what the thing to do, as a sentence
 * @param owner whose it is, in words
 * @param amount what hangs on it; nothing for most
 * @param path where it is done
 */
public record Waiting(
        Urgency urgency,
        LocalDate due,
        String client,
        String what,
        String owner,
        Money amount,
        String path) {

    /** What comes first: somebody's safety, then what has a deadline, then what only costs. */
    public enum Urgency {
        SAFETY,
        DEADLINE,
        MONEY
    }

    /** Safety first, then the oldest day, then the dollars. */
    public static final Comparator<Waiting> ORDER =
            Comparator.comparing(Waiting::urgency)
                    .thenComparing(Waiting::due)
                    .thenComparing(Comparator.comparing(Waiting::amount).reversed());

    /** Names nobody. */
    @Override
    public String toString() {
        return "Waiting[" + urgency + " " + due + " " + path + "]";
    }
}
