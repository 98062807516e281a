package care.trellis.kiosk;

import care.trellis.base.Hashes;
import care.trellis.base.Keys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * The tiles of which a client taps their own first initial. Others stand beside it, always the same
 * ones for the same clues; for clues that are nobody's there are as many. So whoever tries somebody
 * else's birthday learns nothing from the screen.
 */
@Component
class Tiles {

    /** How many stand on the screen, and so how often a guess is right at best. */
    static final int SHOWN = 6;

    /** Letters that first names begin with; the rare ones would give themselves away. */
    private static final String COMMON = "ABCDEGJKLMNRST";

    private final byte[] key;

    Tiles(Keys keys) {
        this.key = keys.derive("kiosk-tiles", 32);
    }

    /**
     * The initials to choose from, in the order of the alphabet.
     *
     * @param real those of the people whom the clues lead to
     */
    List<String> of(Device device, Clues clues, Collection<String> real) {
        var shown = new TreeSet<>(real);
        for (var letter : decoys(device, clues)) {
            if (shown.size() >= SHOWN) {
                break;
            }
            shown.add(letter);
        }
        return List.copyOf(shown);
    }

    private List<String> decoys(Device device, Clues clues) {
        var mixed = new ArrayList<String>();
        for (var letter : COMMON.split("")) {
            mixed.add(letter);
        }
        var seed =
                Hashes.sha256(
                        key,
                        (device.site() + clues.letters() + clues.birthday())
                                .getBytes(StandardCharsets.UTF_8));
        for (int place = mixed.size() - 1; place > 0; place--) {
            java.util.Collections.swap(
                    mixed, place, Math.floorMod(seed[place % seed.length], place + 1));
        }
        return mixed;
    }
}
