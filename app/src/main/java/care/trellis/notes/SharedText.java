package care.trellis.notes;

/** What a page sends of the part that is written once. */
public record SharedText(String focus, String method, String narrative) {

    /** All of it, as it is compared and set aside. */
    String whole() {
        return String.join("\n", focus.strip(), method.strip(), narrative.strip()).strip();
    }

    /** Names nobody: logs may hold it. */
    @Override
    public String toString() {
        return "SharedText[" + narrative.length() + " characters]";
    }
}
