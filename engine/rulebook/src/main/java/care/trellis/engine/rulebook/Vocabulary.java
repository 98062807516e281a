package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.Fact.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The facts a rulebook file can name, each with where it is read. */
final class Vocabulary {

    /** Counts the sessions that meet the conditions under {@code of}. */
    static final String WEEK_SESSIONS = "week.sessions";

    static final String DAY_SESSIONS = "day.sessions";

    /** Counts the charged lines that meet the conditions under {@code of}. */
    static final String DAY_LINES = "day.lines";

    static final String DAY_UNITS = "day.units";
    static final String AUTHORIZED_DAYS = "authorization.days_left";
    static final String PROGRAMS_CHARGED = "day.programs_charged";
    static final String OVERLAPPING_CLAIMS = "claim.overlapping_claims";
    static final String EARLIER_SERVICES = "day.earlier_services";

    private final Map<String, Fact> facts = new LinkedHashMap<>();

    private static final Vocabulary ALL = new Vocabulary();

    private Vocabulary() {
        ProgramFacts.tell(this);
        CourseFacts.tell(this);
        SessionFacts.tell(this);
        DayFacts.tell(this);
        ClaimFacts.tell(this);
    }

    static @Nullable Fact find(String name) {
        return ALL.facts.get(name);
    }

    static Set<String> names() {
        return new TreeSet<>(ALL.facts.keySet());
    }

    /**
     * A number.
     *
     * @param words what it counts, with {@code (s)} where the plural has an s: {@code hour(s) a
     *     day}
     */
    void number(String name, Scope scope, String words, Fact.Reader reader) {
        put(name, scope, Kind.NUMBER, false, words, reader, null);
    }

    /** A number whose evidence has its own words. */
    void number(String name, Scope scope, String words, Fact.Reader reader, Fact.Telling telling) {
        put(name, scope, Kind.NUMBER, false, words, reader, telling);
    }

    /** A number that adds up sessions. */
    void sum(String name, Scope scope, String words, Fact.Reader reader) {
        put(name, scope, Kind.NUMBER, true, words, reader, null);
    }

    /** A word. */
    void text(String name, Scope scope, String label, Fact.Reader reader) {
        put(name, scope, Kind.TEXT, false, label, reader, null);
    }

    /** A word whose evidence has its own words. */
    void text(String name, Scope scope, String label, Fact.Reader reader, Fact.Telling telling) {
        put(name, scope, Kind.TEXT, false, label, reader, telling);
    }

    /** A truth, with what evidence says of it when it is true and when it is false. */
    void flag(String name, Scope scope, String yes, String no, Fact.Reader reader) {
        facts.put(name, new Fact(name, scope, Kind.FLAG, false, yes, no, reader, null));
    }

    private void put(
            String name,
            Scope scope,
            Kind kind,
            boolean sums,
            String words,
            Fact.Reader reader,
            Fact.@Nullable Telling telling) {
        var one = words.replace("(s)", "");
        var many = words.replace("(s)", "s");
        facts.put(name, new Fact(name, scope, kind, sums, one, many, reader, telling));
    }
}
