package care.trellis.safety;

import care.trellis.base.Actor;
import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Vault;
import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of flags, steps and watches. */
@Repository
class FlagRecords {

    /** A flag as a chart shows it: that it was raised, never what was seen. */
    record Seen(
            Flag.Kind kind,
            Flag.Level level,
            Instant raisedAt,
            String raisedBy,
            boolean open,
            boolean ofMeasure,
            ZoneId zone) {}

    private record StepRow(UUID flag, Flag.Step step) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    FlagRecords(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void insert(
            FlagId flag,
            ClientId client,
            Flag.Kind kind,
            Flag.Level level,
            Flag.Source source,
            String words,
            Instant now,
            Actor actor) {
        jdbc.sql(
                        """
                        insert into safety.flag (organization_id, id, client_id, kind, level, source, words, raised_at,
                            raised_by, raised_by_name, due_at)
                        values (:organization, :id, :client, :kind, :level, :source, :words, :now, :account, :name, :due)
                        """)
                .param("organization", organization())
                .param("id", flag.value())
                .param("client", client.value())
                .param("kind", kind.name())
                .param("level", level.name())
                .param("source", source.name())
                .param("words", vault.seal(flag.value(), words))
                .param("now", utc(now))
                .param("account", actor.account())
                .param("name", actor.name())
                .param("due", utc(now.plus(level.clock())))
                .update();
    }

    List<Flag> of(ClientId client) {
        var ids =
                jdbc.sql(
                                "select id from safety.flag where organization_id = :organization and client_id = :client")
                        .param("organization", organization())
                        .param("client", client.value())
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list();
        var steps = steps(ids);
        return jdbc.sql(
                        """
                        select id, client_id, kind, level, source, words, raised_at, raised_by_name, due_at, owner_name,
                               closed_at
                        from safety.flag
                        where organization_id = :organization and client_id = :client
                        order by closed_at is not null, raised_at desc, id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> flag(row, steps))
                .list();
    }

    /** A client's flags for the chart, the newest first, read with one statement. */
    List<Seen> seen(ClientId client) {
        return jdbc.sql(
                        """
                        select f.kind, f.level, f.raised_at, f.raised_by_name, f.closed_at is null as open,
                               f.source = 'MEASURE' as of_measure, s.time_zone
                        from safety.flag f
                        join clients.public_client c on c.organization_id = f.organization_id and c.id = f.client_id
                        join organizations.public_site s
                          on s.organization_id = c.organization_id and s.id = c.site_id
                        where f.organization_id = :organization and f.client_id = :client
                        order by f.raised_at desc
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new Seen(
                                Flag.Kind.valueOf(row.getString("kind")),
                                Flag.Level.valueOf(row.getString("level")),
                                instant(row, "raised_at"),
                                row.getString("raised_by_name"),
                                row.getBoolean("open"),
                                row.getBoolean("of_measure"),
                                ZoneId.of(row.getString("time_zone"))))
                .list();
    }

    /** Flags that stand, the one due first at the top. */
    List<Standing> standing() {
        var ids =
                jdbc.sql(
                                "select id from safety.flag where organization_id = :organization and closed_at is null")
                        .param("organization", organization())
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list();
        var steps = steps(ids);
        return jdbc.sql(
                        """
                        select f.id, f.client_id, f.kind, f.level, f.source, f.words, f.raised_at, f.raised_by_name,
                               f.due_at, f.owner_name, f.closed_at, c.given_name, c.family_name, c.site_id, s.time_zone
                        from safety.flag f
                        join clients.public_client c on c.organization_id = f.organization_id and c.id = f.client_id
                        join organizations.public_site s
                          on s.organization_id = c.organization_id and s.id = c.site_id
                        where f.organization_id = :organization and f.closed_at is null
                        order by f.due_at, f.id
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new Standing(
                                flag(row, steps),
                                row.getString("given_name") + " " + row.getString("family_name"),
                                row.getObject("site_id", UUID.class),
                                row.getString("time_zone")))
                .list();
    }

    private Map<UUID, List<Flag.Step>> steps(Collection<UUID> flags) {
        return jdbc
                .sql(
                        """
                        select id, flag_id, kind, words, at, account_name from safety.step
                        where organization_id = :organization and flag_id = any(:flags)
                        order by at, id
                        """)
                .param("organization", organization())
                .param("flags", flags.toArray(UUID[]::new))
                .query((row, number) ->
                        new StepRow(
                                row.getObject("flag_id", UUID.class),
                                new Flag.Step(
                                        Flag.Step.Kind.valueOf(row.getString("kind")),
                                        opened(
                                                row.getObject("id", UUID.class),
                                                row.getBytes("words")),
                                        instant(row, "at"),
                                        row.getString("account_name"))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                StepRow::flag,
                                Collectors.mapping(StepRow::step, Collectors.toList())));
    }

    /** The account that has the flag; null while nobody has. */
    @Nullable UUID owner(FlagId flag) {
        return jdbc.sql(
                        "select owner_id from safety.flag where organization_id = :organization and id = :id")
                .param("organization", organization())
                .param("id", flag.value())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .orElse(null);
    }

    /** Whether the owner is another one than before. */
    boolean own(FlagId flag, Actor actor) {
        return jdbc.sql(
                                """
                                update safety.flag set owner_id = :account, owner_name = :name
                                where organization_id = :organization and id = :id
                                  and owner_id is distinct from :account
                                """)
                        .param("organization", organization())
                        .param("id", flag.value())
                        .param("account", actor.account())
                        .param("name", actor.name())
                        .update()
                == 1;
    }

    void close(FlagId flag, Instant now) {
        jdbc.sql(
                        "update safety.flag set closed_at = :now where organization_id = :organization and id = :id")
                .param("organization", organization())
                .param("id", flag.value())
                .param("now", utc(now))
                .update();
    }

    void step(FlagId flag, Flag.Step.Kind kind, String words, Instant now, Actor actor) {
        var id = Ids.next();
        jdbc.sql(
                        """
                        insert into safety.step (organization_id, id, flag_id, kind, words, at, account_id, account_name)
                        values (:organization, :id, :flag, :kind, :words, :now, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("flag", flag.value())
                .param("kind", kind.name())
                .param("words", words.isEmpty() ? null : vault.seal(id, words))
                .param("now", utc(now))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
    }

    boolean isSite(SiteId site) {
        return jdbc.sql(
                        "select 1 from organizations.public_site where organization_id = :organization and id = :site")
                .param("organization", organization())
                .param("site", site.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<OnCall> onCall(SiteId site) {
        return jdbc.sql(
                        """
                        select account_id, account_name, phone, from_at from safety.on_call
                        where organization_id = :organization and site_id = :site
                        order by from_at desc, id desc limit 1
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .query((row, number) ->
                        new OnCall(
                                row.getObject("account_id", UUID.class),
                                row.getString("account_name"),
                                row.getString("phone"),
                                instant(row, "from_at")))
                .optional();
    }

    UUID goOnCall(SiteId site, Actor actor, String phone, Instant now) {
        var id = Ids.next();
        jdbc.sql(
                        """
                        insert into safety.on_call (organization_id, id, site_id, account_id, account_name, phone, from_at)
                        values (:organization, :id, :site, :account, :name, :phone, :now)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("site", site.value())
                .param("account", actor.account())
                .param("name", actor.name())
                .param("phone", phone)
                .param("now", utc(now))
                .update();
        return id;
    }

    private Flag flag(ResultSet row, Map<UUID, List<Flag.Step>> steps) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Flag(
                new FlagId(id),
                new ClientId(row.getObject("client_id", UUID.class)),
                Flag.Kind.valueOf(row.getString("kind")),
                Flag.Level.valueOf(row.getString("level")),
                Flag.Source.valueOf(row.getString("source")),
                opened(id, row.getBytes("words")),
                instant(row, "raised_at"),
                row.getString("raised_by_name"),
                instant(row, "due_at"),
                row.getString("owner_name"),
                closed == null ? null : closed.toInstant(),
                steps.getOrDefault(id, List.of()));
    }

    private String opened(UUID row, byte @Nullable [] sealed) {
        return sealed == null ? "" : vault.open(row, sealed);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
