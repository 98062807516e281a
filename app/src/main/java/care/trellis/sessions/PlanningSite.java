package care.trellis.sessions;

import care.trellis.organizations.SiteId;
import java.time.ZoneId;

/** A site as the planning of a session knows it: its name and its clock. */
public record PlanningSite(SiteId site, String name, ZoneId zone) {}
