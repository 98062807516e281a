package care.trellis.measures;

import care.trellis.base.OrganizationContext;
import care.trellis.engine.instruments.About.Moment;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the programs' own cadences. */
@Repository
class CadenceRecords {

    private final JdbcClient jdbc;

    CadenceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By program: instrument to moments. A program that is not in it follows the default. */
    Map<UUID, Map<String, Set<Moment>>> all() {
        var all = new HashMap<UUID, Map<String, Set<Moment>>>();
        jdbc.sql(
                        """
                        select program_id, instrument, moments from measures.cadence
                        where organization_id = :organization
                        order by program_id, instrument
                        """)
                .param("organization", organization())
                .query(row -> {
                    var moments = EnumSet.noneOf(Moment.class);
                    for (var moment : (String[]) row.getArray("moments").getArray()) {
                        moments.add(Moment.valueOf(moment));
                    }
                    all.computeIfAbsent(
                                    row.getObject("program_id", UUID.class),
                                    program -> new LinkedHashMap<>())
                            .put(row.getString("instrument"), moments);
                });
        return all;
    }

    void clear(UUID program) {
        jdbc.sql(
                        """
                        delete from measures.cadence
                        where organization_id = :organization and program_id = :program
                        """)
                .param("organization", organization())
                .param("program", program)
                .update();
    }

    void set(UUID program, String instrument, Set<Moment> moments) {
        jdbc.sql(
                        """
                        insert into measures.cadence (organization_id, program_id, instrument, moments)
                        values (:organization, :program, :instrument, :moments)
                        """)
                .param("organization", organization())
                .param("program", program)
                .param("instrument", instrument)
                .param("moments", moments.stream().map(Moment::name).toArray(String[]::new))
                .update();
    }

    boolean isProgram(UUID program) {
        return jdbc.sql(
                        """
                        select exists (select 1 from organizations.public_program
                                        where organization_id = :organization and id = :program)
                        """)
                .param("organization", organization())
                .param("program", program)
                .query(Boolean.class)
                .single();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
