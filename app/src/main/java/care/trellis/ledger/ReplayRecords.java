package care.trellis.ledger;

import care.trellis.base.Money;
import care.trellis.base.OrganizationId;
import care.trellis.clients.ClientId;
import care.trellis.ledger.ReplayedDay.Said;
import care.trellis.payers.ContractId;
import care.trellis.payers.ProposalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL for replays: their progress and what they found. */
@Repository
class ReplayRecords {

    private static final String COLUMNS =
            """
            select id, proposal_id, contract_id, fingerprint, from_date, to_date, started_by, started_at, clients,
                clients_done, after_client, weeks, days, before_cents, after_cents, finished_at
            from ledger.replay
            where organization_id = :organization
            """;

    private final JdbcClient jdbc;

    ReplayRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A replay under lock, with the last client done. */
    record Running(Replay replay, @Nullable UUID after) {}

    /** How many clients the contract covers in the span. */
    int clients(OrganizationId organization, ContractId contract, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select count(distinct client_id)::int from clients.public_coverage
                        where organization_id = :organization and contract_id = :contract
                          and effective_from <= :to and (effective_to is null or effective_to >= :from)
                        """)
                .param("organization", organization.value())
                .param("contract", contract.value())
                .param("from", from)
                .param("to", to)
                .query(Integer.class)
                .single();
    }

    /** The next of them in the order of their ids. */
    List<UUID> next(OrganizationId organization, Running running, int most) {
        var replay = running.replay();
        return jdbc.sql(
                        """
                        select distinct client_id from clients.public_coverage
                        where organization_id = :organization and contract_id = :contract
                          and effective_from <= :to and (effective_to is null or effective_to >= :from)
                          and (:after::uuid is null or client_id > :after)
                        order by client_id limit :most
                        """)
                .param("organization", organization.value())
                .param("contract", replay.contract().value())
                .param("from", replay.from())
                .param("to", replay.to())
                .param("after", running.after())
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void add(OrganizationId organization, Replay replay) {
        jdbc.sql(
                        """
                        insert into ledger.replay (organization_id, id, proposal_id, contract_id, fingerprint, from_date,
                            to_date, started_by, started_at, clients, clients_done, weeks, days, before_cents,
                            after_cents)
                        values (:organization, :id, :proposal, :contract, :fingerprint, :from, :to, :by, :at, :clients,
                            0, 0, 0, 0, 0)
                        """)
                .param("organization", organization.value())
                .param("id", replay.id().value())
                .param("proposal", replay.proposal().value())
                .param("contract", replay.contract().value())
                .param("fingerprint", replay.fingerprint())
                .param("from", replay.from())
                .param("to", replay.to())
                .param("by", replay.startedBy())
                .param("at", replay.startedAt().atOffset(ZoneOffset.UTC))
                .param("clients", replay.clients())
                .update();
    }

    Optional<Running> lock(OrganizationId organization, ReplayId id) {
        return jdbc.sql(COLUMNS + " and id = :id for update")
                .param("organization", organization.value())
                .param("id", id.value())
                .query((row, number) ->
                        new Running(replay(row), row.getObject("after_client", UUID.class)))
                .optional();
    }

    Optional<Replay> one(OrganizationId organization, ReplayId id) {
        return jdbc.sql(COLUMNS + " and id = :id")
                .param("organization", organization.value())
                .param("id", id.value())
                .query((row, number) -> replay(row))
                .optional();
    }

    /** The one that was started last. */
    Optional<Replay> latest(OrganizationId organization, ProposalId proposal) {
        return jdbc.sql(COLUMNS + " and proposal_id = :proposal order by started_at desc limit 1")
                .param("organization", organization.value())
                .param("proposal", proposal.value())
                .query((row, number) -> replay(row))
                .optional();
    }

    /** What one batch adds. */
    record Batch(
            int clients,
            @Nullable UUID last,
            int weeks,
            int days,
            long beforeCents,
            long afterCents,
            @Nullable Instant finished) {}

    void advance(OrganizationId organization, ReplayId id, Batch batch) {
        jdbc.sql(
                        """
                        update ledger.replay
                        set clients_done = clients_done + :clients, after_client = coalesce(:last, after_client),
                            weeks = weeks + :weeks, days = days + :days, before_cents = before_cents + :before,
                            after_cents = after_cents + :after, finished_at = :finished
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization.value())
                .param("id", id.value())
                .param("clients", batch.clients())
                .param("last", batch.last())
                .param("weeks", batch.weeks())
                .param("days", batch.days())
                .param("before", batch.beforeCents())
                .param("after", batch.afterCents())
                .param(
                        "finished",
                        batch.finished() == null ? null : batch.finished().atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(OrganizationId organization, ReplayId replay, Collection<ReplayedDay> days) {
        for (var day : days) {
            jdbc.sql(
                            """
                            insert into ledger.replay_day (organization_id, replay_id, client_id, local_date,
                                before_state, before_reason, before_evidence, before_countable, before_units,
                                before_cents, after_state, after_reason, after_evidence, after_countable, after_units,
                                after_cents)
                            values (:organization, :replay, :client, :date, :state, :reason, :evidence, :countable,
                                :units, :cents, :state2, :reason2, :evidence2, :countable2, :units2, :cents2)
                            """)
                    .param("organization", organization.value())
                    .param("replay", replay.value())
                    .param("client", day.client().value())
                    .param("date", day.date())
                    .param("state", day.before().state().name())
                    .param("reason", day.before().reason())
                    .param("evidence", day.before().evidence())
                    .param("countable", day.before().countable())
                    .param("units", day.before().units())
                    .param("cents", day.before().expected().cents())
                    .param("state2", day.after().state().name())
                    .param("reason2", day.after().reason())
                    .param("evidence2", day.after().evidence())
                    .param("countable2", day.after().countable())
                    .param("units2", day.after().units())
                    .param("cents2", day.after().expected().cents())
                    .update();
        }
    }

    /**
     * In the order of names and days, of clients at these sites; every site where none is named.
     */
    List<ReplayedDay> days(OrganizationId organization, ReplayId replay, Collection<UUID> sites) {
        return jdbc.sql(
                        """
                        select d.client_id, c.given_name || ' ' || c.family_name as name, d.local_date,
                            d.before_state, d.before_reason, d.before_evidence, d.before_countable, d.before_units,
                            d.before_cents, d.after_state, d.after_reason, d.after_evidence, d.after_countable,
                            d.after_units, d.after_cents
                        from ledger.replay_day d
                        join clients.public_client c on c.organization_id = d.organization_id and c.id = d.client_id
                        where d.organization_id = :organization and d.replay_id = :replay
                          and (:everywhere or c.site_id = any(:sites))
                        order by c.family_name, c.given_name, d.client_id, d.local_date
                        """)
                .param("organization", organization.value())
                .param("replay", replay.value())
                .param("everywhere", sites.isEmpty())
                .param("sites", Columns.ids(sites))
                .query((row, number) ->
                        new ReplayedDay(
                                new ClientId(row.getObject("client_id", UUID.class)),
                                row.getString("name"),
                                row.getObject("local_date", LocalDate.class),
                                said(row, "before_"),
                                said(row, "after_")))
                .list();
    }

    ReplayOutcome outcome(OrganizationId organization, ReplayId replay) {
        return jdbc.sql(
                        """
                        select count(*) as days,
                               count(*) filter (where before_state <> 'BILLABLE' and after_state = 'BILLABLE') as won,
                               count(*) filter (where before_state = 'BILLABLE' and after_state <> 'BILLABLE') as lost,
                               coalesce(sum(after_cents) filter (where after_state = 'BILLABLE'), 0)
                                   - coalesce(sum(before_cents) filter (where before_state = 'BILLABLE'), 0) as cents
                        from ledger.replay_day
                        where organization_id = :organization and replay_id = :replay
                        """)
                .param("organization", organization.value())
                .param("replay", replay.value())
                .query((row, number) ->
                        new ReplayOutcome(
                                row.getInt("days"),
                                row.getInt("won"),
                                row.getInt("lost"),
                                row.getLong("cents")))
                .single();
    }

    private static Said said(ResultSet row, String side) throws SQLException {
        return new Said(
                DayState.valueOf(row.getString(side + "state")),
                row.getString(side + "reason"),
                row.getString(side + "evidence"),
                row.getInt(side + "countable"),
                row.getBigDecimal(side + "units"),
                new Money(row.getLong(side + "cents")));
    }

    private static Replay replay(ResultSet row) throws SQLException {
        return new Replay(
                new ReplayId(row.getObject("id", UUID.class)),
                new ProposalId(row.getObject("proposal_id", UUID.class)),
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getString("fingerprint"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getInt("clients"),
                row.getInt("clients_done"),
                row.getInt("weeks"),
                row.getInt("days"),
                new Money(row.getLong("before_cents")),
                new Money(row.getLong("after_cents")),
                Columns.instant(row, "finished_at"));
    }
}
