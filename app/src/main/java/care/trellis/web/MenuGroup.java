package care.trellis.web;

import java.util.List;

/**
 * Places of the menu that belong together.
 *
 * @param label what they have in common; empty for the ones that always stand open
 * @param icon id of a symbol in {@code static/icons.svg}, shown where only signs fit
 */
public record MenuGroup(String label, String icon, List<MenuEntry> entries) {

    public MenuGroup {
        entries = List.copyOf(entries);
    }

    /** Entries under no heading. */
    public MenuGroup(List<MenuEntry> entries) {
        this("", "", entries);
    }
}
