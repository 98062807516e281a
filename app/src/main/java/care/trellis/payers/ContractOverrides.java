package care.trellis.payers;

import care.trellis.base.OrganizationContext;
import care.trellis.engine.rulebook.LocalOverride;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each contract of the organization changes in its rules: few rows, whatever the clients. */
@Component
public class ContractOverrides {

    private final JdbcClient jdbc;

    ContractOverrides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The overrides by contract, for {@link EffectiveRules}; whatever day they are in force. */
    public Map<UUID, List<LocalOverride>> all() {
        var rules = new HashMap<UUID, List<LocalOverride>>();
        jdbc.sql(
                        """
                        select contract_id, path, value, author_name, reason, from_date, through_date
                        from payers.public_override
                        where organization_id = :organization
                        order by contract_id, path, from_date, id
                        """)
                .param("organization", OrganizationContext.current().value())
                .query(row -> {
                    rules.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>())
                            .add(
                                    new LocalOverride(
                                            row.getString(2),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getString(5),
                                            row.getObject(6, LocalDate.class),
                                            row.getObject(7, LocalDate.class)));
                });
        return rules;
    }
}
