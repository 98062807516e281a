package care.trellis.web;

/**
 * One page inside its frame.
 *
 * @param title the page's heading and the window's title; never a client's full name, because
 *     titles end up in history
 * @param eyebrow the small line above the heading; may be empty
 * @param active key of the menu entry that is lit; may be empty
 */
public record Page(String title, String eyebrow, String active, Frame frame) {

    /** Whether this menu entry is the one the reader stands in. */
    public boolean isActive(MenuEntry entry) {
        return entry.key().equals(active);
    }

    /** Letter for the organization's mark in the sidebar. */
    public String mark() {
        var name = frame.organization().strip();
        return name.isEmpty() ? "T" : name.substring(0, name.offsetByCodePoints(0, 1));
    }

    /** Initials of the signed-in person. */
    public String initials() {
        return Initials.of(frame.person());
    }
}
