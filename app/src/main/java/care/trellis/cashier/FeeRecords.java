package care.trellis.cashier;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Ids;
import care.trellis.base.Keys;
import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of fees by income and of the days that clients pay themselves. */
@Repository
class FeeRecords {

    /** A day that a client came and that no payer covers. */
    record OwnDay(ClientId client, LocalDate day) {}

    /** A day that was charged. */
    record Charged(UUID id, ClientId client, LocalDate day) {}

    private final JdbcClient jdbc;
    private final Seal seal;

    FeeRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "cashier");
    }

    void insert(ClientId client, Determination fee, UUID policy) {
        jdbc.sql(
                        """
                        insert into cashier.determination (organization_id, id, client_id, household, income_cents,
                            region, proof, words, guideline_year, percent, pays_percent, policy_id, from_date, to_date,
                            at, account_name)
                        values (:organization, :id, :client, :household, :income, :region, :proof, :words, :year,
                            :percent, :pays, :policy, :from, :to, :at, :name)
                        """)
                .param("organization", organization())
                .param("id", fee.id())
                .param("client", client.value())
                .param("household", fee.household())
                .param("income", fee.income().cents())
                .param("region", fee.region())
                .param("proof", fee.proof().name())
                .param("words", seal.closeText(fee.words(), organization(), fee.id()))
                .param("year", fee.year())
                .param("percent", fee.percent())
                .param("pays", fee.pays())
                .param("policy", policy)
                .param("from", fee.from())
                .param("to", fee.to())
                .param("at", fee.at().atOffset(UTC))
                .param("name", fee.by())
                .update();
    }

    /** A client's fees by income, the newest first; the first that holds on a day counts. */
    List<Determination> of(ClientId client) {
        return of(List.of(client)).getOrDefault(client, List.of());
    }

    /** The same of several clients; who has none is left out. */
    Map<ClientId, List<Determination>> of(Collection<ClientId> clients) {
        var found = new HashMap<ClientId, List<Determination>>();
        jdbc.sql(
                        """
                        select client_id, id, household, income_cents, region, proof, words, guideline_year, percent,
                               pays_percent, from_date, to_date, at, account_name
                        from cashier.determination
                        where organization_id = :organization and client_id = any(:clients)
                        order by at desc, id desc
                        """)
                .param("organization", organization())
                .param("clients", clients.stream().map(ClientId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(
                                    new ClientId(row.getObject("client_id", UUID.class)),
                                    client -> new ArrayList<>())
                            .add(determination(row));
                });
        return found;
    }

    private Determination determination(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Determination(
                id,
                row.getInt("household"),
                new Money(row.getLong("income_cents")),
                row.getString("region"),
                Determination.Proof.valueOf(row.getString("proof")),
                seal.openText(row.getBytes("words"), organization(), id),
                row.getInt("guideline_year"),
                row.getInt("percent"),
                row.getInt("pays_percent"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("account_name"));
    }

    /**
     * Days between these on which somebody came whom no payer covers, and which are not charged.
     */
    List<OwnDay> uncharged(LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        with came as materialized (
                            select distinct m.client_id, m.local_date
                            from sessions.public_session s
                            join attendance.public_mark m
                              on m.organization_id = s.organization_id and m.session_id = s.id
                            where s.organization_id = :organization and s.local_date between :from and :to
                              and s.cancelled_at is null and m.status = 'PRESENT')
                        select c.client_id, c.local_date
                        from came c
                        where not exists (select from clients.public_coverage v
                                           where v.organization_id = :organization and v.client_id = c.client_id
                                             and v.effective_from <= c.local_date
                                             and (v.effective_to is null or v.effective_to >= c.local_date))
                          and not exists (select from cashier.day d
                                           where d.organization_id = :organization and d.client_id = c.client_id
                                             and d.local_date = c.local_date and d.taken_back_at is null)
                        order by c.client_id, c.local_date
                        """)
                .param("organization", organization())
                .param("from", from)
                .param("to", to)
                .query((row, number) ->
                        new OwnDay(
                                new ClientId(row.getObject("client_id", UUID.class)),
                                row.getObject("local_date", LocalDate.class)))
                .list();
    }

    /** Charged days since that one on which nobody came after all, or which a payer covers now. */
    List<Charged> unfounded(LocalDate from) {
        return jdbc.sql(
                        """
                        select d.id, d.client_id, d.local_date
                        from cashier.day d
                        where d.organization_id = :organization and d.taken_back_at is null and d.local_date >= :from
                          and (exists (select from clients.public_coverage v
                                        where v.organization_id = :organization and v.client_id = d.client_id
                                          and v.effective_from <= d.local_date
                                          and (v.effective_to is null or v.effective_to >= d.local_date))
                               or not exists (select from attendance.public_mark m
                                        where m.organization_id = :organization and m.client_id = d.client_id
                                          and m.local_date = d.local_date and m.status = 'PRESENT'))
                        order by d.client_id, d.local_date
                        """)
                .param("organization", organization())
                .param("from", from)
                .query((row, number) ->
                        new Charged(
                                row.getObject("id", UUID.class),
                                new ClientId(row.getObject("client_id", UUID.class)),
                                row.getObject("local_date", LocalDate.class)))
                .list();
    }

    /** A client's charged days since that one. */
    List<Charged> charged(ClientId client, LocalDate from) {
        return jdbc.sql(
                        """
                        select id, client_id, local_date from cashier.day
                        where organization_id = :organization and client_id = :client and taken_back_at is null
                          and local_date >= :from
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("from", from)
                .query((row, number) ->
                        new Charged(
                                row.getObject("id", UUID.class),
                                client,
                                row.getObject("local_date", LocalDate.class)))
                .list();
    }

    /** The charge's id, or null when somebody was faster. */
    @Nullable UUID charge(OwnDay day, Money rate, Money discount, @Nullable UUID fee, Instant now) {
        var id = Ids.next();
        int rows =
                jdbc.sql(
                                """
                                insert into cashier.day (organization_id, id, client_id, local_date, rate_cents,
                                    discount_cents, determination_id, at)
                                values (:organization, :id, :client, :day, :rate, :discount, :fee, :at)
                                on conflict do nothing
                                """)
                        .param("organization", organization())
                        .param("id", id)
                        .param("client", day.client().value())
                        .param("day", day.day())
                        .param("rate", rate.cents())
                        .param("discount", discount.cents())
                        .param("fee", fee)
                        .param("at", now.atOffset(UTC))
                        .update();
        return rows == 1 ? id : null;
    }

    /** False when it was taken back before. */
    boolean takeBack(UUID id, Instant now) {
        return jdbc.sql(
                                """
                                update cashier.day set taken_back_at = :at
                                where organization_id = :organization and id = :id and taken_back_at is null
                                """)
                        .param("organization", organization())
                        .param("id", id)
                        .param("at", now.atOffset(UTC))
                        .update()
                == 1;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
