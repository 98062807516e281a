package care.trellis.board;

import care.trellis.base.Permit;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who the rows of a board are about, and what is kept of their week. The minutes of a week are
 * those of the ledger's days, so that the board and the ledger cannot differ.
 */
@Component
class RowRecords {

    /**
     * Who a row is about.
     *
     * @param needed minutes that the week needs: by the payer's rule, else by the plan; 0 for
     *     neither
     * @param granted units of the authorization that covers the day; absent without one
     * @param used units drawn from it by the end of the week
     */
    record Person(
            UUID id,
            String givenName,
            String familyName,
            String pronouns,
            String payer,
            boolean authorizationRequired,
            int needed,
            @Nullable Integer granted,
            String unit,
            @Nullable LocalDate authorizedTo,
            int used) {

        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    /**
     * What the ledger keeps of a client's day.
     *
     * @param attended minutes done
     * @param ahead minutes still to come if everything planned is kept
     */
    record Day(
            UUID client,
            LocalDate date,
            String state,
            String reason,
            String fix,
            int countable,
            int attended,
            int ahead,
            long expectedCents) {}

    private static final String PEOPLE =
            """
            with w as materialized (
                select client_id, contract_id, needed_minutes, prescribed_minutes, drawn from ledger.public_week
                where organization_id = :organization and client_id = any(:clients) and week_start = :monday),
            d as materialized (
                select client_id, contract_id from ledger.public_day
                where organization_id = :organization and client_id = any(:clients) and local_date = :day),
            k as materialized (
                select id, payer_name, authorization_required from payers.public_contract
                where organization_id = :organization),
            v as materialized (
                select distinct on (client_id) client_id, payer_name from clients.public_coverage
                where organization_id = :organization and client_id = any(:clients)
                  and effective_from <= :day and (effective_to is null or effective_to >= :day)
                order by client_id, priority),
            a as materialized (
                select distinct on (client_id) client_id, id, units_granted, unit, to_date
                from authorizations.public_authorization
                where organization_id = :organization and client_id = any(:clients) and state = 'APPROVED'
                  and from_date <= :day and to_date >= :day
                order by client_id, from_date)
            select c.id, c.given_name, c.family_name, coalesce(c.pronouns, ''),
                   coalesce(k.payer_name, v.payer_name, 'Self-pay'), coalesce(k.authorization_required, false),
                   coalesce(w.needed_minutes, w.prescribed_minutes, 0), a.units_granted, coalesce(a.unit, ''),
                   a.to_date, coalesce((w.drawn ->> a.id::text)::numeric::int, 0)
            from clients.public_client c
            left join w on w.client_id = c.id
            left join d on d.client_id = c.id
            left join k on k.id = coalesce(d.contract_id, w.contract_id)
            left join v on v.client_id = c.id
            left join a on a.client_id = c.id
            where c.organization_id = :organization and c.id = any(:clients)
            order by c.given_name, c.family_name, c.id
            """;

    private final JdbcClient jdbc;

    RowRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** These clients in the order of their names, as they stand on a day. */
    List<Person> people(Permit permit, Collection<UUID> clients, LocalDate day, LocalDate monday) {
        return jdbc.sql(PEOPLE)
                .param("organization", permit.organization().value())
                .param("clients", clients.toArray(UUID[]::new))
                .param("day", day)
                .param("monday", monday)
                .query((row, number) ->
                        new Person(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getBoolean(6),
                                row.getInt(7),
                                row.getObject(8, Integer.class),
                                row.getString(9),
                                row.getObject(10, LocalDate.class),
                                row.getInt(11)))
                .list();
    }

    /** The kept days of these clients' weeks. */
    Map<UUID, List<Day>> days(Permit permit, Collection<UUID> clients, LocalDate monday) {
        var days = new HashMap<UUID, List<Day>>();
        jdbc.sql(
                        """
                        select client_id, local_date, state, coalesce(reason, ''), coalesce(fix, ''), countable_minutes,
                               attended_minutes, ahead_minutes, expected_cents
                        from ledger.public_day
                        where organization_id = :organization and client_id = any(:clients)
                          and local_date between :monday and :sunday
                        order by client_id, local_date
                        """)
                .param("organization", permit.organization().value())
                .param("clients", clients.toArray(UUID[]::new))
                .param("monday", monday)
                .param("sunday", monday.plusDays(6))
                .query((ResultSet row) -> {
                    var day =
                            new Day(
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, LocalDate.class),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getInt(6),
                                    row.getInt(7),
                                    row.getInt(8),
                                    row.getLong(9));
                    days.computeIfAbsent(day.client, first -> new ArrayList<>()).add(day);
                });
        return days;
    }
}
