package care.trellis.measures;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the telephone that somebody answers at any hour. */
@Repository
class ResponsePaths {

    private final JdbcClient jdbc;

    ResponsePaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> phone() {
        return jdbc.sql(
                        "select phone from measures.response_path where organization_id = :organization")
                .param("organization", OrganizationContext.current().value())
                .query(String.class)
                .optional();
    }

    void name(String phone, Instant at) {
        jdbc.sql(
                        """
                        insert into measures.response_path (organization_id, phone, recorded_at)
                        values (:organization, :phone, :at)
                        on conflict (organization_id) do update set phone = :phone, recorded_at = :at
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("phone", phone)
                .param("at", at.atOffset(UTC))
                .update();
    }
}
