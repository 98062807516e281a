package care.trellis.authorizations;

/** What a payer counts when it grants. */
public enum AuthorizationUnit {
    DAY("day", "days"),
    UNIT("unit", "units"),
    HOUR("hour", "hours"),
    VISIT("visit", "visits");

    private final String one;
    private final String many;

    AuthorizationUnit(String one, String many) {
        this.one = one;
        this.many = many;
    }

    /** The word for one of them. */
    public String one() {
        return one;
    }

    /** The word for several. */
    public String many() {
        return many;
    }

    /** Figure and word: {@code 1 day}, {@code 12 days}. */
    public String words(int count) {
        return count + " " + (count == 1 ? one : many);
    }
}
