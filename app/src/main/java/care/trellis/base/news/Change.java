package care.trellis.base.news;

import care.trellis.base.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * That something changed, and nothing of what it says now: whoever may see it reads it anew. Only
 * opaque ids travel.
 *
 * @param organization whose change it is
 * @param topic what kind, such as {@code attendance}: lower-case letters
 * @param ids what changed, in the order that the topic defines
 */
public record Change(OrganizationId organization, String topic, List<UUID> ids) {

    /** Says that changes may have been missed: a reader then reads everything anew. */
    public static final String MISSED = "missed";

    public Change {
        ids = List.copyOf(ids);
        if (!topic.matches("[a-z]+")) {
            throw new IllegalArgumentException("A topic is a lower-case word, not " + topic);
        }
    }

    /** The text that travels: organization, topic and ids, parted by blanks. */
    String written() {
        var words = new StringBuilder(organization.value().toString()).append(' ').append(topic);
        ids.forEach(id -> words.append(' ').append(id));
        return words.toString();
    }

    /**
     * Reads what {@link #written} wrote.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    static Change read(String text) {
        var words = text.split(" ");
        if (words.length < 2) {
            throw new IllegalArgumentException("Not a change: " + words.length + " words");
        }
        var ids = new ArrayList<UUID>();
        for (int word = 2; word < words.length; word++) {
            ids.add(UUID.fromString(words[word]));
        }
        return new Change(OrganizationId.of(words[0]), words[1], ids);
    }
}
