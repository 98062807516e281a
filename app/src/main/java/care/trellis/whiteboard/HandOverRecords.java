package care.trellis.whiteboard;

import care.trellis.base.Actor;
import care.trellis.base.Hashes;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of hand-overs. The five boxes are sealed as one text. */
@Repository
class HandOverRecords {

    /** The receipt under all of them. */
    static final String ALL = "ALL";

    /** Between two boxes: a character that nobody types. */
    private static final String BETWEEN = "\u001e";

    private record Receipt(UUID handOver, String box, Instant at, String name) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    HandOverRecords(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    List<HandOver> of(UUID site, int most) {
        var receipts = receipts(site);
        return jdbc.sql(
                        """
                        select id, local_date, words, signed_at, signed_by, signed_by_name from whiteboard.hand_over
                        where organization_id = :organization and site_id = :site
                        order by signed_at desc, id desc limit :most
                        """)
                .param("organization", organization())
                .param("site", site)
                .param("most", most)
                .query((row, number) -> {
                    var id = row.getObject(1, UUID.class);
                    var read = EnumSet.noneOf(Box.class);
                    @Nullable Receipt taken = null;
                    for (var receipt : receipts) {
                        if (receipt.handOver.equals(id) && receipt.box.equals(ALL)) {
                            taken = receipt;
                        } else if (receipt.handOver.equals(id)) {
                            read.add(Box.valueOf(receipt.box));
                        }
                    }
                    return new HandOver(
                            id,
                            site,
                            row.getObject(2, LocalDate.class),
                            words(vault.open(id, row.getBytes(3))),
                            row.getTimestamp(4).toInstant(),
                            row.getObject(5, UUID.class),
                            row.getString(6),
                            read,
                            taken == null ? null : taken.at,
                            taken == null ? "" : taken.name);
                })
                .list();
    }

    private List<Receipt> receipts(UUID site) {
        return jdbc.sql(
                        """
                        select t.hand_over_id, t.box, t.at, t.account_name
                        from whiteboard.receipt t
                        join whiteboard.hand_over h on h.organization_id = t.organization_id and h.id = t.hand_over_id
                        where t.organization_id = :organization and h.site_id = :site
                        """)
                .param("organization", organization())
                .param("site", site)
                .query((row, number) ->
                        new Receipt(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getTimestamp(3).toInstant(),
                                row.getString(4)))
                .list();
    }

    void insert(
            UUID id, UUID site, LocalDate day, Map<Box, String> words, Actor actor, Instant now) {
        var text = text(words);
        jdbc.sql(
                        """
                        insert into whiteboard.hand_over (organization_id, id, site_id, local_date, words, hash, signed_at,
                            signed_by, signed_by_name)
                        values (:organization, :id, :site, :day, :words, :hash, :now, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("site", site)
                .param("day", day)
                .param("words", vault.seal(id, text))
                .param("hash", Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
    }

    void receive(UUID handOver, String box, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into whiteboard.receipt (organization_id, hand_over_id, box, at, account_id, account_name)
                        values (:organization, :id, :box, :now, :account, :name)
                        on conflict (organization_id, hand_over_id, box) do nothing
                        """)
                .param("organization", organization())
                .param("id", handOver)
                .param("box", box)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
    }

    Map<Box, String> draft(UUID site, Actor actor) {
        return jdbc.sql(
                        """
                        select words from whiteboard.draft
                        where organization_id = :organization and site_id = :site and account_id = :account
                        """)
                .param("organization", organization())
                .param("site", site)
                .param("account", actor.account())
                .query((row, number) -> words(vault.open(actor.account(), row.getBytes(1))))
                .optional()
                .orElse(Map.of());
    }

    void keep(UUID site, Actor actor, Map<Box, String> words, Instant now) {
        jdbc.sql(
                        """
                        insert into whiteboard.draft (organization_id, site_id, account_id, words, saved_at)
                        values (:organization, :site, :account, :words, :now)
                        on conflict (organization_id, site_id, account_id) do update
                           set words = excluded.words, saved_at = excluded.saved_at
                        """)
                .param("organization", organization())
                .param("site", site)
                .param("account", actor.account())
                .param("words", vault.seal(actor.account(), text(words)))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(UUID site, Actor actor) {
        jdbc.sql(
                        """
                        delete from whiteboard.draft
                        where organization_id = :organization and site_id = :site and account_id = :account
                        """)
                .param("organization", organization())
                .param("site", site)
                .param("account", actor.account())
                .update();
    }

    private static String text(Map<Box, String> words) {
        return String.join(
                BETWEEN,
                java.util.Arrays.stream(Box.values())
                        .map(box -> words.getOrDefault(box, "").strip().replace(BETWEEN, " "))
                        .toList());
    }

    private static Map<Box, String> words(String text) {
        var parts = text.split(BETWEEN, -1);
        var words = new EnumMap<Box, String>(Box.class);
        for (var box : Box.values()) {
            words.put(box, box.ordinal() < parts.length ? parts[box.ordinal()] : "");
        }
        return words;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
