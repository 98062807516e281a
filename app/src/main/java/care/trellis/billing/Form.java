package care.trellis.billing;

/** On which form a contract wants its claims. */
public enum Form {
    INSTITUTIONAL("837I"),
    PROFESSIONAL("837P");

    private final String code;

    Form(String code) {
        this.code = code;
    }

    /** As billers say it, and as tables hold it: {@code 837I}. */
    public String code() {
        return code;
    }

    /**
     * Reads what {@link #code} says.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Form of(String code) {
        for (var form : values()) {
            if (form.code.equals(code)) {
                return form;
            }
        }
        throw new IllegalArgumentException("Not a claim form: " + code);
    }
}
