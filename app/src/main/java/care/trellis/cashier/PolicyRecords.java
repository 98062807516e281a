package care.trellis.cashier;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of policies. */
@Repository
class PolicyRecords {

    private final JdbcClient jdbc;

    PolicyRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, Policy policy, String by, Instant now) {
        jdbc.sql(
                        """
                        insert into cashier.policy (organization_id, id, from_date, day_rate_cents, up_to_percent,
                            pays_percent, nominal_cents, second_above_cents, statements_before, days_before,
                            shares, recorded_at, recorded_by)
                        values (:organization, :id, :from, :rate, :upTo, :pays, :nominal, :second, :statements, :days,
                            :shares, :at, :by)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("from", policy.from())
                .param("rate", policy.dayRate().cents())
                .param(
                        "upTo",
                        policy.classes().stream()
                                .map(Policy.FeeClass::upTo)
                                .toArray(Integer[]::new))
                .param(
                        "pays",
                        policy.classes().stream()
                                .map(Policy.FeeClass::pays)
                                .toArray(Integer[]::new))
                .param("nominal", policy.nominal().cents())
                .param("second", policy.secondAbove().cents())
                .param("statements", policy.statementsBefore())
                .param("days", policy.daysBefore())
                .param("shares", policy.shares())
                .param("at", now.atOffset(UTC))
                .param("by", by)
                .update();
    }

    /** The policy that holds on a day; none before the first. */
    Optional<Policy> on(LocalDate day) {
        return jdbc.sql(
                        """
                        select id, from_date, day_rate_cents, up_to_percent, pays_percent, nominal_cents,
                               second_above_cents, statements_before, days_before, shares
                        from cashier.policy
                        where organization_id = :organization and from_date <= :day
                        order by from_date desc, recorded_at desc limit 1
                        """)
                .param("organization", organization())
                .param("day", day)
                .query((row, number) -> policy(row))
                .optional();
    }

    private static Policy policy(ResultSet row) throws SQLException {
        var upTo = numbers(row.getArray("up_to_percent"));
        var pays = numbers(row.getArray("pays_percent"));
        var classes = new ArrayList<Policy.FeeClass>();
        for (int i = 0; i < upTo.size(); i++) {
            classes.add(new Policy.FeeClass(upTo.get(i), pays.get(i)));
        }
        return new Policy(
                row.getObject("id", UUID.class),
                row.getObject("from_date", LocalDate.class),
                new Money(row.getLong("day_rate_cents")),
                classes,
                new Money(row.getLong("nominal_cents")),
                new Money(row.getLong("second_above_cents")),
                row.getInt("statements_before"),
                row.getInt("days_before"),
                row.getBoolean("shares"));
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return List.of((Integer[]) array.getArray());
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
