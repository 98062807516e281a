package care.trellis.measures.web;

import care.trellis.engine.instruments.AlertClass;
import org.jspecify.annotations.Nullable;

/**
 * Help that stands on the screen from the moment an answer asks for it.
 *
 * @param words who comes and when; empty where nothing was marked
 * @param phone the program's own line that is always answered; may be empty
 * @param now whether staff come at once
 */
public record CrisisView(
        String title, String words, String line, String emergency, String phone, boolean now) {

    static CrisisView of(@Nullable AlertClass alert, Phrases say, String phone) {
        if (alert == null) {
            return new CrisisView("", "", "", "", "", false);
        }
        boolean now = alert.compareTo(AlertClass.A1) <= 0;
        return new CrisisView(
                say.crisisTitle(),
                now ? say.crisisNow() : say.crisisLater(),
                say.crisisLine(),
                say.emergency(),
                phone,
                now);
    }

    /** Whether there is anything to show. */
    public boolean shown() {
        return !words.isEmpty();
    }
}
