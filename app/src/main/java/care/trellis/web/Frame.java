package care.trellis.web;

import java.time.Duration;
import java.util.List;

/**
 * What surrounds every page of one signed-in person: whose installation it is, who is here and
 * where they may go. Made once per request; {@link #page} adds what differs from page to page.
 *
 * @param organization the organization's name as its people know it
 * @param person display name of the one who is signed in
 * @param role that person's role in words, such as {@code Clinician}
 * @param groups only the entries this person may open, the most used first: a phone shows the first
 *     four in its bottom bar
 * @param csrf the token that every changing request must bring back
 * @param idle how long the session lives without a request; the page warns two minutes before
 * @param demo whether this is the synthetic clinic, which every page then says
 */
public record Frame(
        String organization,
        String person,
        String role,
        List<MenuGroup> groups,
        Csrf csrf,
        Duration idle,
        boolean demo) {

    /** The request's attribute that holds the organization's name where it was read already. */
    public static final String ORGANIZATION_NAME = "care.trellis.organizationName";

    public Frame {
        groups = List.copyOf(groups);
    }

    /** Every entry of the menu, in its order. */
    public List<MenuEntry> menu() {
        return groups.stream().flatMap(group -> group.entries().stream()).toList();
    }

    /**
     * The page of this frame under one menu entry.
     *
     * @param active {@link MenuEntry#key} of the entry to light, or empty text for none
     * @param title the one heading of the page
     * @param eyebrow the small line above it, which places the page in time or in its parent; may
     *     be empty
     */
    public Page page(String active, String title, String eyebrow) {
        return new Page(title, eyebrow, active, this);
    }

    /** Whether this person's pages say when somebody must go to a client at once. */
    public boolean watchesAlerts() {
        return menu().stream()
                .anyMatch(
                        entry -> entry.key().equals("outcomes") || entry.key().equals("measures"));
    }
}
