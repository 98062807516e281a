package care.trellis.measures;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of answers. It only ever inserts; the last answer to an item stands. */
@Repository
class AnswerRecords {

    private final JdbcClient jdbc;

    AnswerRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The answer that stands for each item that was reached; null was left out on purpose. */
    Map<String, @Nullable Integer> standing(AdministrationId id) {
        var standing = new LinkedHashMap<String, @Nullable Integer>();
        jdbc.sql(
                        """
                        select item, code from measures.answer
                        where organization_id = :organization and administration_id = :id
                        order by number
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .query(row -> {
                    standing.put(row.getString("item"), row.getObject("code", Integer.class));
                });
        return standing;
    }

    void add(
            AdministrationId id,
            String item,
            @Nullable Integer code,
            Language language,
            UUID account,
            Instant at) {
        jdbc.sql(
                        """
                        insert into measures.answer (organization_id, administration_id, number, item, code, language,
                            account_id, answered_at)
                        select :organization, :id, coalesce(max(a.number), 0) + 1, :item, :code, :language, :account, :at
                        from measures.answer a
                        where a.organization_id = :organization and a.administration_id = :id
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("item", item)
                .param("code", code, java.sql.Types.INTEGER)
                .param("language", language.code())
                .param("account", account)
                .param("at", at.atOffset(UTC))
                .update();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
