package care.trellis.organizations;

/**
 * A room of a site.
 *
 * @param capacity people, at least 1
 */
public record Room(RoomId id, SiteId site, String name, int capacity, boolean retired) {}
