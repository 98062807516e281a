package care.trellis.clients;

import care.trellis.organizations.SiteId;

/**
 * One client on record.
 *
 * @param recordNumber what staff say on the phone, such as {@code C-1042}
 */
public record Client(ClientId id, SiteId site, String recordNumber, Person person) {}
