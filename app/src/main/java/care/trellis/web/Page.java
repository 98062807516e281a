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
     * Whether the group's entries are in sight: those of a short menu; of a long one the group the
     * reader stands in, and outside of all the one that holds most of the reader's places.
     */
    public boolean isOpen(MenuGroup group) {
        if (frame.menu().size() <= SHORT_MENU || holds(group)) {
            return true;
        }
        var named = frame.groups().stream().filter(one -> !one.label().isEmpty()).toList();
        return named.stream().noneMatch(this::holds)
                && named.stream().allMatch(one -> one.entries().size() <= group.entries().size());
    }

    private boolean holds(MenuGroup group) {
        return group.entries().stream().anyMatch(this::isActive);
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
