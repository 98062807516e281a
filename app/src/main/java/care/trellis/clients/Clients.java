package care.trellis.clients;

import static care.trellis.base.Action.CLIENT_EDIT;
import static care.trellis.base.Action.CLIENT_LIST;
import static care.trellis.base.Action.CLIENT_VIEW;
import static care.trellis.base.Action.IMPORT_RUN;
import static care.trellis.base.Action.LEVEL_CHANGE;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.organizations.SiteId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door to the people of a program and those to call for them. */
@Service
public class Clients {

    /** A search answers with at most so many. */
    public static final int MOST_FOUND = 50;

    private final ClientRecords records;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Clients(ClientRecords records, Audit audit, Once once, Clock clock) {
        this.records = records;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * Adds a person under the next record number. The same key twice adds one.
     *
     * @param key made with the form; becomes the client's id
     * @param source where another system keeps the person; null for one who walked in
     * @throws NotFound when the actor does not work at the site
     */
    @Transactional
    public Client add(
            Permit permit, UUID key, SiteId site, Person person, @Nullable Source source) {
        permit.require(CLIENT_EDIT, IMPORT_RUN);
        if (!permit.actor().worksAt(site.value())) {
            throw new NotFound();
        }
        var client = new ClientId(key);
        if (once.first(permit, key, "client " + site + contentOf(person))) {
            records.insert(client, site, records.nextRecordNumber(), person, source);
            audit.record(permit, "clients.client", key, key);
        }
        return records.find(client).orElseThrow(NotFound::new);
    }

    /**
     * Writes down what is now known of the person.
     *
     * @return whether anything differed
     * @throws NotFound when there is no such client
     */
    @Transactional
    public boolean change(Permit permit, ClientId client, Person person) {
        permit.require(resource(client), CLIENT_EDIT, IMPORT_RUN);
        var before = records.find(client).orElseThrow(NotFound::new);
        if (before.person().equals(person)) {
            return false;
        }
        records.update(client, person);
        audit.record(permit, "clients.client", client.value(), client.value());
        return true;
    }

    /**
     * Takes the whole record to another site of the organization: from now on who works there reads
     * it, and who works at the one before only does not.
     *
     * @throws NotFound when there is no such client, or the actor does not work at that site
     */
    @Transactional
    public void move(Permit permit, ClientId client, SiteId site) {
        permit.require(LEVEL_CHANGE, resource(client));
        if (!permit.actor().worksAt(site.value())) {
            throw new NotFound();
        }
        records.move(client, site);
        audit.record(permit, "clients.client", client.value(), client.value(), "MOVED");
    }

    /** Opens one client; the opening is recorded. */
    @Transactional
    public Client open(Permit permit, ClientId client) {
        permit.require(resource(client), CLIENT_VIEW, CLIENT_EDIT);
        var found = records.find(client).orElseThrow(NotFound::new);
        audit.record(permit, "clients.client", client.value(), client.value());
        return found;
    }

    /**
     * The person as any form about them must show it, for whoever may act on this client. The act
     * itself is recorded by its own door.
     *
     * @throws NotFound when there is no such client
     */
    @Transactional(readOnly = true)
    public Client find(Permit permit, ClientId client) {
        permit.require(permit.action(), resource(client));
        return records.find(client).orElseThrow(NotFound::new);
    }

    /**
     * Today at the client's site, for whoever may act on this client.
     *
     * @throws NotFound when there is no such client
     */
    @Transactional(readOnly = true)
    public LocalDate today(Permit permit, ClientId client) {
        return LocalDate.now(clock.withZone(zone(permit, client)));
    }

    /**
     * The time zone of the client's site, for whoever may act on this client.
     *
     * @throws NotFound when there is no such client
     */
    @Transactional(readOnly = true)
    public ZoneId zone(Permit permit, ClientId client) {
        permit.require(permit.action(), resource(client));
        return records.zone(client).orElseThrow(NotFound::new);
    }

    /**
     * Lets one change at a time happen to what hangs on a client, until the running transaction
     * ends.
     *
     * @throws NotFound when there is no such client
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Permit permit, ClientId client) {
        permit.require(permit.action(), resource(client));
        if (!records.lock(client)) {
            throw new NotFound();
        }
    }

    /** The client that an import took from there before. */
    @Transactional(readOnly = true)
    public Optional<Client> bySource(Permit permit, Source source) {
        permit.require(IMPORT_RUN);
        return records.bySource(source);
    }

    /**
     * Clients of the actor's sites whose family or given name or record number begins with the
     * words, at most {@value #MOST_FOUND}, by name. Nothing typed finds nothing.
     */
    @Transactional
    public List<Client> search(Permit permit, String words) {
        permit.require(CLIENT_LIST);
        if (words.isBlank()) {
            return List.of();
        }
        var found = records.search(words.strip(), permit.actor().sites(), MOST_FOUND);
        audit.recordMany(permit, "clients.client", null, found.size());
        return found;
    }

    /** Whom to call, emergency contacts first. */
    @Transactional(readOnly = true)
    public List<Contact> contacts(Permit permit, ClientId client) {
        permit.require(resource(client), CLIENT_VIEW, CLIENT_EDIT);
        return records.contacts(client);
    }

    /** Adds somebody to call, or writes anew what is known of them under the same id. */
    @Transactional
    public void keep(Permit permit, ClientId client, Contact contact) {
        permit.require(CLIENT_EDIT, resource(client));
        records.find(client).orElseThrow(NotFound::new);
        if (!records.updateContact(client, contact)) {
            records.insertContact(client, contact);
        }
        audit.record(permit, "clients.contact", contact.id(), client.value());
    }

    /** Takes a contact off the list; taking it off twice is harmless. */
    @Transactional
    public void remove(Permit permit, ClientId client, UUID contact) {
        permit.require(CLIENT_EDIT, resource(client));
        if (records.deleteContact(client, contact)) {
            audit.record(permit, "clients.contact", contact, client.value(), "removed");
        }
    }

    static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }

    private static String contentOf(Person person) {
        return String.join(
                "\n",
                person.givenName(),
                person.familyName(),
                person.pronouns(),
                person.birthDate().toString(),
                person.sex().name(),
                person.phone(),
                person.email(),
                person.address().toString());
    }
}
