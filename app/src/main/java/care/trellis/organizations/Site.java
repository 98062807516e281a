package care.trellis.organizations;

/**
 * A site as it stands.
 *
 * @param retired nothing new is planned there; what was stays
 */
public record Site(SiteId id, SiteDetails details, boolean retired) {}
