package care.trellis.transitions;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.organizations.LevelOfCare;
import care.trellis.papers.PaperId;
import care.trellis.payers.ContractId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The SQL of what a change asks of others: payers to be asked, determinations to be carried out.
 */
@Repository
class NeedRecords {

    /** Something that waits, with the client as lists name them. */
    record Waits(
            UUID client,
            String name,
            UUID site,
            String payer,
            LevelOfCare level,
            LocalDate on,
            boolean withdraw) {}

    /** A determination without its reason, which stays in its paper. */
    record Decided(PaperId paper, LevelOfCare level, LocalDate on) {}

    private final JdbcClient jdbc;

    NeedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The contract that pays first for that day, where it grants days; nothing where none does. */
    Optional<Need> asked(ClientId client, Step step) {
        return jdbc.sql(
                        """
                        select k.id, k.payer_name, k.authorization_required
                        from clients.public_coverage v
                        join payers.public_contract k on k.organization_id = v.organization_id and k.id = v.contract_id
                        where v.organization_id = :organization and v.client_id = :client and v.effective_from <= :day
                          and (v.effective_to is null or v.effective_to >= :day)
                        order by v.priority
                        limit 1
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("day", step.from())
                .query((row, number) ->
                        row.getBoolean("authorization_required")
                                ? Optional.of(
                                        new Need(
                                                new ContractId(row.getObject("id", UUID.class)),
                                                row.getString("payer_name"),
                                                step.level(),
                                                step.minutesPerWeek(),
                                                step.from()))
                                : Optional.<Need>empty())
                .optional()
                .flatMap(need -> need);
    }

    void open(TransitionId transition, int number, ClientId client, Need need) {
        jdbc.sql(
                        """
                        insert into transitions.need (organization_id, transition_id, number, client_id, contract_id,
                            level_of_care, minutes_per_week, from_date)
                        values (:organization, :transition, :number, :client, :contract, :level, :minutes, :from)
                        """)
                .param("organization", organization())
                .param("transition", transition.value())
                .param("number", number)
                .param("client", client.value())
                .param("contract", need.contract().value())
                .param("level", need.level().name())
                .param("minutes", need.minutesPerWeek())
                .param("from", need.from())
                .update();
    }

    /** The payer was asked for these days, or answered, or the request that stood was withdrawn. */
    void asked(ClientId client, LocalDate from, LocalDate to, Instant now) {
        jdbc.sql(
                        """
                        update transitions.need set asked_at = coalesce(asked_at, :now), closed_at = :now
                        where organization_id = :organization and client_id = :client and closed_at is null
                          and from_date between :from and :to
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("from", from)
                .param("to", to)
                .param("now", utc(now))
                .update();
    }

    /** What nobody asked for is dropped; where a payer was asked, somebody tells it. */
    void takeBack(TransitionId transition, Instant now) {
        jdbc.sql(
                        """
                        update transitions.need
                        set withdraw = asked_at is not null,
                            closed_at = case when asked_at is null then cast(:now as timestamptz) end
                        where organization_id = :organization and transition_id = :transition
                        """)
                .param("organization", organization())
                .param("transition", transition.value())
                .param("now", utc(now))
                .update();
    }

    /** A stay ended: nobody is asked for days after it. */
    void drop(ClientId client, LocalDate lastDay, Instant now) {
        jdbc.sql(
                        """
                        update transitions.need set closed_at = :now
                        where organization_id = :organization and client_id = :client and closed_at is null
                          and from_date > :last
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("last", lastDay)
                .param("now", utc(now))
                .update();
    }

    /** Payers to be asked, the earliest day first. */
    List<Waits> needs() {
        return jdbc.sql(
                        """
                        select n.client_id, c.given_name || ' ' || c.family_name as name, c.site_id, k.payer_name,
                               n.level_of_care, n.from_date as day, n.withdraw
                        from transitions.need n
                        join clients.public_client c on c.organization_id = n.organization_id and c.id = n.client_id
                        join payers.public_contract k on k.organization_id = n.organization_id and k.id = n.contract_id
                        where n.organization_id = :organization and n.closed_at is null
                        order by n.from_date, n.number
                        """)
                .param("organization", organization())
                .query(NeedRecords::waits)
                .list();
    }

    void decide(ClientId client, PaperId paper, LevelOfCare level, LocalDate on) {
        jdbc.sql(
                        """
                        insert into transitions.determination (organization_id, paper_id, client_id, level_of_care, decided_on)
                        values (:organization, :paper, :client, :level, :on)
                        """)
                .param("organization", organization())
                .param("paper", paper.value())
                .param("client", client.value())
                .param("level", level.name())
                .param("on", on)
                .update();
    }

    /** The newest determination that nobody has carried out. */
    Optional<Decided> decided(ClientId client) {
        return jdbc.sql(
                        """
                        select paper_id, level_of_care, decided_on from transitions.determination
                        where organization_id = :organization and client_id = :client and closed_at is null
                        order by decided_on desc
                        limit 1
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new Decided(
                                new PaperId(row.getObject("paper_id", UUID.class)),
                                LevelOfCare.valueOf(row.getString("level_of_care")),
                                row.getObject("decided_on", LocalDate.class)))
                .optional();
    }

    /** A newer decision, a change or a discharge answers what was decided before. */
    void settle(ClientId client, Instant now) {
        jdbc.sql(
                        """
                        update transitions.determination set closed_at = :now
                        where organization_id = :organization and client_id = :client and closed_at is null
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("now", utc(now))
                .update();
    }

    /** What a change carried out waits again. */
    void reopen(TransitionId transition) {
        jdbc.sql(
                        """
                        update transitions.determination d set closed_at = null
                        from transitions.transition t
                        where t.organization_id = :organization and t.id = :transition
                          and d.organization_id = t.organization_id and d.paper_id = t.paper_id
                        """)
                .param("organization", organization())
                .param("transition", transition.value())
                .update();
    }

    /** Determinations to be carried out, the oldest first. */
    List<Waits> determinations() {
        return jdbc.sql(
                        """
                        select n.client_id, c.given_name || ' ' || c.family_name as name, c.site_id, '' as payer_name,
                               n.level_of_care, n.decided_on as day, false as withdraw
                        from transitions.determination n
                        join clients.public_client c on c.organization_id = n.organization_id and c.id = n.client_id
                        where n.organization_id = :organization and n.closed_at is null
                        order by n.decided_on
                        """)
                .param("organization", organization())
                .query(NeedRecords::waits)
                .list();
    }

    /** What payers granted for that day and later, the first day first. */
    List<Authorized> granted(ClientId client, LocalDate day) {
        return jdbc.sql(
                        """
                        select k.payer_name, coalesce(a.procedure_code, '') as codes, a.from_date, a.to_date,
                               coalesce((select l.level_of_care
                                           from episodes.public_episode e
                                           join episodes.public_placement l
                                             on l.organization_id = e.organization_id and l.episode_id = e.id
                                          where e.organization_id = a.organization_id and e.client_id = a.client_id
                                            and l.from_date <= a.from_date
                                          order by l.from_date desc
                                          limit 1), 'IOP') as placed
                        from authorizations.public_authorization a
                        join payers.public_contract k on k.organization_id = a.organization_id and k.id = a.contract_id
                        where a.organization_id = :organization and a.client_id = :client and a.state = 'APPROVED'
                          and a.to_date >= :day
                        order by a.from_date
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("day", day)
                .query((row, number) -> {
                    var codes = row.getString("codes");
                    return new Authorized(
                            row.getString("payer_name"),
                            Authorized.levelOf(codes)
                                    .orElse(LevelOfCare.valueOf(row.getString("placed"))),
                            codes,
                            Objects.requireNonNull(row.getObject("from_date", LocalDate.class)),
                            Objects.requireNonNull(row.getObject("to_date", LocalDate.class)));
                })
                .list();
    }

    private static Waits waits(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Waits(
                row.getObject("client_id", UUID.class),
                row.getString("name"),
                row.getObject("site_id", UUID.class),
                row.getString("payer_name"),
                LevelOfCare.valueOf(row.getString("level_of_care")),
                row.getObject("day", LocalDate.class),
                row.getBoolean("withdraw"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
