package care.trellis.organizations;

import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an actor's name is printed under what the actor signs. */
@Service
public class StaffNames {

    private final JdbcClient jdbc;

    StaffNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Name and credentials, such as {@code Maria Ortiz, LCSW}; an account without staff by name.
     */
    @Transactional(readOnly = true)
    public String printed(Actor actor) {
        var staff = actor.staff();
        if (staff == null) {
            return actor.name();
        }
        return jdbc.sql(
                        """
                        select concat_ws(', ', given_name || ' ' || family_name, credentials)
                        from organizations.public_staff
                        where organization_id = :organization and id = :staff
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("staff", staff)
                .query((row, number) -> row.getString(1))
                .optional()
                .orElse(actor.name());
    }
}
