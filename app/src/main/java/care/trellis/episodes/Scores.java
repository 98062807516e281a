package care.trellis.episodes;

import static care.trellis.base.Action.CLIENT_VIEW;
import static care.trellis.base.Action.IMPORT_RUN;

import care.trellis.audit.Audit;
import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to questionnaire totals that came from elsewhere. They are added, never changed.
 */
@Service
public class Scores {

    private final JdbcClient jdbc;
    private final Audit audit;

    Scores(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Every total, by instrument, the oldest first. */
    @Transactional(readOnly = true)
    public List<Score> of(Permit permit, ClientId client) {
        permit.require(Episodes.resource(client), CLIENT_VIEW, IMPORT_RUN);
        return jdbc.sql(
                        """
                        select instrument, taken_on, total from episodes.score
                        where organization_id = :organization and client_id = :client
                        order by instrument, taken_on, id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new Score(
                                row.getString("instrument"),
                                row.getObject("taken_on", LocalDate.class),
                                row.getInt("total")))
                .list();
    }

    /**
     * Keeps a total under the id its source gives it.
     *
     * @return whether it was new; one on record under this id stays as it is
     */
    @Transactional
    public boolean take(Permit permit, ClientId client, Score score, String sourceId) {
        permit.require(Episodes.resource(client), IMPORT_RUN);
        var id = Ids.next();
        boolean added =
                jdbc.sql(
                                        """
                                        insert into episodes.score (organization_id, id, client_id, instrument, taken_on,
                                            total, source_id)
                                        values (:organization, :id, :client, :instrument, :day, :total, :source)
                                        on conflict (organization_id, client_id, source_id) do nothing
                                        """)
                                .param("organization", organization())
                                .param("id", id)
                                .param("client", client.value())
                                .param("instrument", score.instrument())
                                .param("day", score.takenOn())
                                .param("total", score.total())
                                .param("source", sourceId)
                                .update()
                        == 1;
        if (added) {
            audit.record(permit, "episodes.score", id, client.value());
        }
        return added;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
