package care.trellis.sessions;

import care.trellis.base.Permit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what a weekly plan can be made of. */
@Component
class ChoiceRecords {

    private final JdbcClient jdbc;

    ChoiceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PlanChoices choices(Permit permit) {
        return new PlanChoices(
                options(
                        permit,
                        """
                        select p.id, p.site_id, concat(p.name, ' · ', s.name)
                        from organizations.public_program p
                        join organizations.public_site s on s.organization_id = p.organization_id and s.id = p.site_id
                        where p.organization_id = :organization order by s.name, p.name
                        """),
                options(
                        permit,
                        """
                        select id, site_id, concat(name, ' (', capacity, ')') from organizations.public_room
                        where organization_id = :organization order by name
                        """),
                options(
                        permit,
                        """
                        select id, cast('00000000-0000-0000-0000-000000000000' as uuid),
                               concat(given_name, ' ', family_name, ', ' || credentials)
                        from organizations.public_staff
                        where organization_id = :organization and left_on is null
                        order by given_name, family_name
                        """));
    }

    private List<PlanChoices.Option> options(Permit permit, String sql) {
        return jdbc
                .sql(sql)
                .param("organization", permit.organization().value())
                .query((row, number) ->
                        new PlanChoices.Option(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3)))
                .list()
                .stream()
                .filter(option ->
                        option.site().equals(new UUID(0, 0))
                                || permit.actor().worksAt(option.site()))
                .toList();
    }
}
