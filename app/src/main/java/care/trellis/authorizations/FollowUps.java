package care.trellis.authorizations;

import care.trellis.base.Permit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What denials ask of us: opened by a denial, closed by what comes of it. */
@Repository
class FollowUps {

    private final JdbcClient jdbc;
    private final ReviewTermsRecords terms;

    FollowUps(JdbcClient jdbc, ReviewTermsRecords terms) {
        this.jdbc = jdbc;
        this.terms = terms;
    }

    /** A denial opens the talk between doctors; the same denial twice opens it once. */
    void denied(Permit permit, Authorization denied, LocalDate on) {
        var due = terms.of(permit.organization(), denied.contract()).peerBy(on);
        open(permit, denied.id(), FollowUp.Kind.PEER_TO_PEER, on, due);
    }

    void open(
            Permit permit,
            AuthorizationId authorization,
            FollowUp.Kind kind,
            LocalDate on,
            LocalDate due) {
        jdbc.sql(
                        """
                        insert into authorizations.follow_up (organization_id, authorization_id, kind, opened_on, due_on)
                        values (:organization, :authorization, :kind, :on, :due)
                        on conflict (organization_id, authorization_id, kind) do nothing
                        """)
                .param("organization", permit.organization().value())
                .param("authorization", authorization.value())
                .param("kind", kind.name())
                .param("on", on)
                .param("due", due)
                .update();
    }

    /** Whether it was still open. */
    boolean close(
            Permit permit,
            AuthorizationId authorization,
            FollowUp.Kind kind,
            LocalDate on,
            FollowUp.Outcome outcome) {
        return jdbc.sql(
                                """
                                update authorizations.follow_up set closed_on = :on, outcome = :outcome
                                where organization_id = :organization and authorization_id = :authorization
                                  and kind = :kind and closed_on is null
                                """)
                        .param("organization", permit.organization().value())
                        .param("authorization", authorization.value())
                        .param("kind", kind.name())
                        .param("on", on)
                        .param("outcome", outcome.name())
                        .update()
                == 1;
    }

    /** A grant after all ends whatever was open. */
    void overturned(Permit permit, AuthorizationId authorization, LocalDate on) {
        for (var kind : FollowUp.Kind.values()) {
            close(permit, authorization, kind, on, FollowUp.Outcome.OVERTURNED);
        }
    }

    /** So does taking the request back. */
    void dropped(Permit permit, AuthorizationId authorization, LocalDate on) {
        for (var kind : FollowUp.Kind.values()) {
            close(permit, authorization, kind, on, FollowUp.Outcome.DROPPED);
        }
    }

    /** Those of these authorizations, in the order of their steps. */
    List<FollowUp> of(Permit permit, Collection<AuthorizationId> authorizations) {
        return jdbc.sql(
                        """
                        select authorization_id, kind, opened_on, due_on, closed_on, outcome
                        from authorizations.follow_up
                        where organization_id = :organization and authorization_id = any(:authorizations)
                        order by opened_on, due_on
                        """)
                .param("organization", permit.organization().value())
                .param(
                        "authorizations",
                        authorizations.stream().map(AuthorizationId::value).toArray(UUID[]::new))
                .query((row, number) -> {
                    var outcome = row.getString("outcome");
                    return new FollowUp(
                            new AuthorizationId(row.getObject("authorization_id", UUID.class)),
                            FollowUp.Kind.valueOf(row.getString("kind")),
                            row.getObject("opened_on", LocalDate.class),
                            row.getObject("due_on", LocalDate.class),
                            row.getObject("closed_on", LocalDate.class),
                            outcome == null ? null : FollowUp.Outcome.valueOf(outcome));
                })
                .list();
    }
}
