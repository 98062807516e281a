package care.trellis.kiosk.web;

import java.util.List;

/**
 * What a tablet shows next. It holds what this one screen needs and nothing of anybody else.
 *
 * @param kind the part that draws it
 * @param name the first name; empty where nobody proved who they are
 * @param visit what the next press brings back; empty for none
 * @param next the same for going on to the next session; empty for none
 * @param where such as {@code Room B, 9:00}; empty for none
 * @param then such as {@code Room C, 10:15}; empty for none
 * @param choices initials, or the numbers of a scale
 * @param chosen what was tapped before, that the next press brings back
 * @param owes one neutral line says that the desk has something; never what
 */
public record Screen(
        Kind kind,
        String name,
        String visit,
        String next,
        String where,
        String then,
        List<String> choices,
        String chosen,
        boolean owes) {

    /** The screens after the first. */
    public enum Kind {
        INITIALS,
        MOOD,
        CRAVING,
        MEASURE,
        WELCOME,
        HERE,
        GONE,
        HELP,
        DESK,
        WAIT;

        /** The name of its part. */
        public String part() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** How long it stands before the first screen comes back, in seconds. */
        public int seconds() {
            return switch (this) {
                case INITIALS, MOOD, CRAVING, MEASURE, HERE -> 25;
                case WELCOME, GONE -> 7;
                case HELP, DESK, WAIT -> 10;
            };
        }
    }

    public Screen {
        choices = List.copyOf(choices);
    }

    static Screen of(Kind kind) {
        return new Screen(kind, "", "", "", "", "", List.of(), "", false);
    }

    static Screen initials(List<String> initials, String family) {
        return new Screen(Kind.INITIALS, "", "", "", "", "", initials, family, false);
    }

    static Screen at(Kind kind, String name, String visit, String where) {
        return new Screen(kind, name, visit, "", where, "", List.of(), "", false);
    }

    static Screen scale(Kind kind, String name, String visit, String chosen) {
        return new Screen(kind, name, visit, "", "", "", NUMBERS, chosen, false);
    }

    /** The same screen with the line about the desk; it stands long enough to be read. */
    Screen owing(boolean something) {
        return new Screen(kind, name, visit, next, where, then, choices, chosen, something);
    }

    /** How long it stands before the first screen comes back, in seconds. */
    public int seconds() {
        return owes ? kind.seconds() + 5 : kind.seconds();
    }

    private static final List<String> NUMBERS =
            java.util.stream.IntStream.rangeClosed(0, 10).mapToObj(String::valueOf).toList();

    /** Nobody's name stands in a log. */
    @Override
    public String toString() {
        return "Screen[" + kind + "]";
    }
}
