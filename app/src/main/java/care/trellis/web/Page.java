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

    /** As many entries as a low screen shows at once. */
    private static final int SHORT_MENU = 14;

    /** Whether this menu entry is the one the reader stands in. */
    public boolean isActive(MenuEntry entry) {
        return entry.key().equals(active);
    }

    /**
     * Whether the group's entries are in sight: those of a short menu, and of a long one the group
     * the reader stands in.
     */
    public boolean isOpen(MenuGroup group) {
        return frame.groups().stream().mapToInt(one -> one.entries().size()).sum() <= SHORT_MENU
                || group.entries().stream().anyMatch(this::isActive);
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
