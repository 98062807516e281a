package care.trellis.engine.instruments;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers as tests write them: the codes of the items 1, 2, 3 and so on. */
final class Forms {

    static final Instruments LIBRARY = Instruments.library();

    private Forms() {}

    static Instrument instrument(String id) {
        var instrument = LIBRARY.find(id);
        if (instrument == null) {
            throw new IllegalArgumentException("no instrument " + id);
        }
        return instrument;
    }

    static Answers answers(@Nullable Integer... codes) {
        var answers = new HashMap<String, @Nullable Integer>();
        for (int index = 0; index < codes.length; index++) {
            answers.put(Integer.toString(index + 1), codes[index]);
        }
        return Answers.of(answers);
    }

    static Answers answer(String number, int code) {
        return Answers.of(Map.of(number, code));
    }

    static Result score(String id, @Nullable Integer... codes) {
        return Scoring.score(instrument(id), answers(codes));
    }
}
