package care.trellis.clients;

import care.trellis.base.OrganizationContext;
import care.trellis.organizations.SiteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of people and contacts. */
@Repository
class ClientRecords {

    /** The first number an organization gives, so that no number looks like a mistake. */
    private static final int FIRST_NUMBER = 1001;

    private static final String COLUMNS =
            """
            id, site_id, record_number, given_name, family_name, pronouns, birth_date, sex, phone, email,
            address_line, city, state, postal_code
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ClientRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes the next number; whoever adds at the same time waits, so none is given twice or lost.
     */
    String nextRecordNumber() {
        int number =
                jdbc.sql(
                                """
                                insert into clients.record_counter (organization_id, last_number)
                                values (:organization, :first)
                                on conflict (organization_id)
                                do update set last_number = record_counter.last_number + 1
                                returning last_number
                                """)
                        .param("organization", organization())
                        .param("first", FIRST_NUMBER)
                        .query(Integer.class)
                        .single();
        return "C-" + number;
    }

    void insert(
            ClientId client,
            SiteId site,
            String recordNumber,
            Person person,
            @Nullable Source source) {
        jdbc.sql(
                        """
                        insert into clients.client (organization_id, id, site_id, record_number, given_name,
                            family_name, pronouns, birth_date, sex, phone, email, address_line, city, state,
                            postal_code, source_system, source_id, created_at)
                        values (:organization, :id, :site, :number, :given, :family, :pronouns, :born, :sex, :phone,
                            :email, :line, :city, :state, :postalCode, :sourceSystem, :sourceId, :now)
                        """)
                .params(columns(client, person))
                .param("site", site.value())
                .param("number", recordNumber)
                .param("sourceSystem", source == null ? null : source.system())
                .param("sourceId", source == null ? null : source.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(ClientId client, Person person) {
        jdbc.sql(
                        """
                        update clients.client
                        set given_name = :given, family_name = :family, pronouns = :pronouns, birth_date = :born,
                            sex = :sex, phone = :phone, email = :email, address_line = :line, city = :city,
                            state = :state, postal_code = :postalCode
                        where organization_id = :organization and id = :id
                        """)
                .params(columns(client, person))
                .update();
    }

    void move(ClientId client, SiteId site) {
        jdbc.sql(
                        """
                        update clients.client set site_id = :site
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", client.value())
                .param("site", site.value())
                .update();
    }

    Optional<Client> find(ClientId client) {
        return jdbc.sql(
                        "select %s from clients.client where organization_id = :organization and id = :id"
                                .formatted(COLUMNS))
                .param("organization", organization())
                .param("id", client.value())
                .query(ClientRecords::client)
                .optional();
    }

    Optional<Client> bySource(Source source) {
        return jdbc.sql(
                        """
                        select %s from clients.client
                        where organization_id = :organization and source_system = :system and source_id = :id
                        """
                                .formatted(COLUMNS))
                .param("organization", organization())
                .param("system", source.system())
                .param("id", source.id())
                .query(ClientRecords::client)
                .optional();
    }

    List<Client> search(String words, Set<UUID> sites, int most) {
        return jdbc.sql(
                        """
                        select %s from clients.client
                        where organization_id = :organization
                          and (cardinality(:sites::uuid[]) = 0 or site_id = any (:sites::uuid[]))
                          and (lower(family_name) like :begin escape '!' or lower(given_name) like :begin escape '!'
                               or lower(given_name || ' ' || family_name) like :begin escape '!'
                               or lower(record_number) like :begin escape '!')
                        order by lower(family_name), lower(given_name), record_number
                        limit :most
                        """
                                .formatted(COLUMNS))
                .param("organization", organization())
                .param("sites", sites.toArray(new UUID[0]))
                .param("begin", literal(words).toLowerCase(java.util.Locale.ROOT) + "%")
                .param("most", most)
                .query(ClientRecords::client)
                .list();
    }

    /** Whether there is such a client; its row stays locked until the transaction ends. */
    boolean lock(ClientId client) {
        return jdbc.sql(
                        """
                        select id from clients.client where organization_id = :organization and id = :id
                        for no key update
                        """)
                .param("organization", organization())
                .param("id", client.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    Optional<UUID> siteOf(UUID client) {
        return jdbc.sql(
                        "select site_id from clients.client where organization_id = :organization and id = :id")
                .param("organization", organization())
                .param("id", client)
                .query(UUID.class)
                .optional();
    }

    /** Today where the client is treated. */
    LocalDate today(ClientId client) {
        return LocalDate.now(clock.withZone(zone(client).orElseThrow()));
    }

    /** The time zone of the client's site. */
    Optional<ZoneId> zone(ClientId client) {
        return jdbc.sql(
                        """
                        select s.time_zone
                        from clients.client c
                        join organizations.public_site s
                          on s.organization_id = c.organization_id and s.id = c.site_id
                        where c.organization_id = :organization and c.id = :id
                        """)
                .param("organization", organization())
                .param("id", client.value())
                .query((row, number) -> ZoneId.of(row.getString(1)))
                .optional();
    }

    List<Contact> contacts(ClientId client) {
        return jdbc.sql(
                        """
                        select id, name, relationship, phone, emergency from clients.contact
                        where organization_id = :organization and client_id = :client
                        order by emergency desc, lower(name), id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new Contact(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("relationship"),
                                text(row, "phone"),
                                row.getBoolean("emergency")))
                .list();
    }

    void insertContact(ClientId client, Contact contact) {
        contactStatement(
                        """
                        insert into clients.contact (organization_id, id, client_id, name, relationship, phone, emergency)
                        values (:organization, :id, :client, :name, :relationship, :phone, :emergency)
                        """,
                        client,
                        contact)
                .update();
    }

    boolean updateContact(ClientId client, Contact contact) {
        return contactStatement(
                                """
                                update clients.contact
                                set name = :name, relationship = :relationship, phone = :phone, emergency = :emergency
                                where organization_id = :organization and client_id = :client and id = :id
                                """,
                                client,
                                contact)
                        .update()
                == 1;
    }

    boolean deleteContact(ClientId client, UUID contact) {
        return jdbc.sql(
                                """
                                delete from clients.contact
                                where organization_id = :organization and client_id = :client and id = :id
                                """)
                        .param("organization", organization())
                        .param("client", client.value())
                        .param("id", contact)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec contactStatement(
            String sql, ClientId client, Contact contact) {
        return jdbc.sql(sql)
                .param("organization", organization())
                .param("client", client.value())
                .param("id", contact.id())
                .param("name", contact.name())
                .param("relationship", contact.relationship())
                .param("phone", orNull(contact.phone()))
                .param("emergency", contact.emergency());
    }

    private static Map<String, @Nullable Object> columns(ClientId client, Person person) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("organization", organization());
        columns.put("id", client.value());
        columns.put("given", person.givenName());
        columns.put("family", person.familyName());
        columns.put("pronouns", orNull(person.pronouns()));
        columns.put("born", person.birthDate());
        columns.put("sex", person.sex().name());
        columns.put("phone", orNull(person.phone()));
        columns.put("email", orNull(person.email()));
        columns.put("line", orNull(person.address().line()));
        columns.put("city", orNull(person.address().city()));
        columns.put("state", orNull(person.address().state()));
        columns.put("postalCode", orNull(person.address().postalCode()));
        return columns;
    }

    private static Client client(ResultSet row, int number) throws SQLException {
        return new Client(
                new ClientId(row.getObject("id", UUID.class)),
                new SiteId(row.getObject("site_id", UUID.class)),
                row.getString("record_number"),
                new Person(
                        row.getString("given_name"),
                        row.getString("family_name"),
                        text(row, "pronouns"),
                        row.getObject("birth_date", LocalDate.class),
                        Sex.valueOf(row.getString("sex")),
                        text(row, "phone"),
                        text(row, "email"),
                        new Person.Address(
                                text(row, "address_line"),
                                text(row, "city"),
                                text(row, "state"),
                                text(row, "postal_code"))));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        var value = row.getString(column);
        return value == null ? "" : value;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** What was typed is text, not a pattern. */
    private static String literal(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
