package care.trellis.web;

/**
 * One place a person may go from anywhere.
 *
 * @param key names the entry to {@link Frame#page}
 * @param icon id of a symbol in {@code static/icons.svg}
 * @param path where it leads
 * @param count work that waits there; 0 shows nothing
 */
public record MenuEntry(String key, String label, String icon, String path, int count) {

    /** An entry that counts nothing. */
    public MenuEntry(String key, String label, String icon, String path) {
        this(key, label, icon, path, 0);
    }
}
