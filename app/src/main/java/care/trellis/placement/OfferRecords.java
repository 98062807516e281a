package care.trellis.placement;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of offers. */
@Repository
class OfferRecords {

    private final JdbcClient jdbc;

    OfferRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Offer offer) {
        jdbc.sql(
                        """
                        insert into placement.offer (organization_id, id, client_id, monday, made_at, made_by_name,
                            held_until, texted)
                        values (:organization, :id, :client, :monday, :now, :by, :until, :texted)
                        """)
                .param("organization", organization())
                .param("id", offer.id())
                .param("client", offer.client().value())
                .param("monday", offer.monday())
                .param("now", offer.madeAt().atOffset(ZoneOffset.UTC))
                .param("by", offer.madeBy())
                .param("until", offer.until().atOffset(ZoneOffset.UTC))
                .param("texted", offer.texted())
                .update();
        for (var choice : offer.choices()) {
            jdbc.sql(
                            """
                            insert into placement.offer_choice (organization_id, offer_id, number, session_id, hold_id)
                            values (:organization, :offer, :number, :session, :hold)
                            """)
                    .param("organization", organization())
                    .param("offer", offer.id())
                    .param("number", choice.number())
                    .param("session", choice.session().value())
                    .param("hold", choice.hold())
                    .update();
        }
    }

    /** Offers of a client, the newest first. */
    List<Offer> of(ClientId client) {
        return list(client, null);
    }

    Optional<Offer> find(UUID offer) {
        return list(null, offer).stream().findFirst();
    }

    private List<Offer> list(@Nullable ClientId client, @Nullable UUID only) {
        var offers =
                jdbc.sql(
                                """
                                select id, client_id, monday, made_at, made_by_name, held_until, texted, answer,
                                       coalesce(answered_by_name, '') as answered_by
                                from placement.offer
                                where organization_id = :organization
                                  and (cast(:client as uuid) is null or client_id = :client)
                                  and (cast(:only as uuid) is null or id = :only)
                                order by made_at desc
                                """)
                        .param("organization", organization())
                        .param("client", client == null ? null : client.value())
                        .param("only", only)
                        .query((row, number) -> offer(row, List.of()))
                        .list();
        var whole = new ArrayList<Offer>();
        for (var offer : offers) {
            whole.add(
                    new Offer(
                            offer.id(),
                            offer.client(),
                            offer.monday(),
                            offer.madeAt(),
                            offer.madeBy(),
                            offer.until(),
                            offer.texted(),
                            offer.answer(),
                            offer.answeredBy(),
                            choices(offer.id())));
        }
        return whole;
    }

    private static Offer offer(ResultSet row, List<Offer.Choice> choices) throws SQLException {
        var answer = row.getString("answer");
        return new Offer(
                row.getObject("id", UUID.class),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getObject("monday", LocalDate.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by_name"),
                row.getObject("held_until", OffsetDateTime.class).toInstant(),
                row.getBoolean("texted"),
                answer == null ? null : Offer.Answer.valueOf(answer),
                row.getString("answered_by"),
                choices);
    }

    private List<Offer.Choice> choices(UUID offer) {
        return jdbc.sql(
                        """
                        select c.number, c.session_id, c.hold_id, c.taken, s.title, s.starts_at, s.ends_at, s.zone
                        from placement.offer_choice c
                        join sessions.public_session s on s.organization_id = c.organization_id and s.id = c.session_id
                        where c.organization_id = :organization and c.offer_id = :offer
                        order by c.number
                        """)
                .param("organization", organization())
                .param("offer", offer)
                .query((row, number) ->
                        new Offer.Choice(
                                row.getInt("number"),
                                new SessionId(row.getObject("session_id", UUID.class)),
                                row.getObject("hold_id", UUID.class),
                                row.getString("title"),
                                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                                ZoneId.of(row.getString("zone")),
                                row.getBoolean("taken")))
                .list();
    }

    /** False where it was answered before. */
    boolean answer(UUID offer, Offer.Answer answer, int number, String by, Instant now) {
        boolean first =
                jdbc.sql(
                                        """
                                        update placement.offer
                                           set answer = :answer, answered_at = :now, answered_by_name = :by
                                        where organization_id = :organization and id = :id and answer is null
                                        """)
                                .param("organization", organization())
                                .param("id", offer)
                                .param("answer", answer.name())
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("by", by)
                                .update()
                        == 1;
        if (first && answer == Offer.Answer.TAKEN) {
            jdbc.sql(
                            """
                            update placement.offer_choice set taken = true
                            where organization_id = :organization and offer_id = :id and number = :number
                            """)
                    .param("organization", organization())
                    .param("id", offer)
                    .param("number", number)
                    .update();
        }
        return first;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
