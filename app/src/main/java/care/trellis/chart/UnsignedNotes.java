package care.trellis.chart;

import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.papers.Unfinished;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Groups that a client attended and whose note is not signed when a discharge is. */
@Component
class UnsignedNotes implements Unfinished {

    private final JdbcClient jdbc;
    private final Clock clock;

    UnsignedNotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<String> of(Permit permit, ClientId client) {
        int open =
                jdbc.sql(
                                """
                                select count(*)
                                from attendance.public_mark m
                                join sessions.public_session s
                                  on s.organization_id = m.organization_id and s.id = m.session_id
                                left join notes.public_documented d
                                  on d.organization_id = m.organization_id and d.session_id = m.session_id
                                 and d.client_id = m.client_id
                                where m.organization_id = :organization and m.client_id = :client
                                  and m.status = 'PRESENT' and s.ends_at < :now and d.id is null
                                """)
                        .param("organization", OrganizationContext.current().value())
                        .param("client", client.value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query((row, number) -> row.getInt(1))
                        .single();
        return open == 0
                ? List.of()
                : List.of(open == 1 ? "One note is not signed." : open + " notes are not signed.");
    }
}
