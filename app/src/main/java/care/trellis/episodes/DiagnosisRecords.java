package care.trellis.episodes;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of diagnoses. */
@Repository
class DiagnosisRecords {

    private final JdbcClient jdbc;

    DiagnosisRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Diagnosis> of(ClientId client) {
        return jdbc.sql(
                        """
                        select id, code, system, description, rank, from_date, to_date from episodes.diagnosis
                        where organization_id = :organization and client_id = :client
                        order by to_date is not null, rank, id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query(DiagnosisRecords::diagnosis)
                .list();
    }

    Optional<Diagnosis> bySource(ClientId client, String sourceId) {
        return jdbc.sql(
                        """
                        select id, code, system, description, rank, from_date, to_date from episodes.diagnosis
                        where organization_id = :organization and client_id = :client and source_id = :source
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("source", sourceId)
                .query(DiagnosisRecords::diagnosis)
                .optional();
    }

    void insert(
            ClientId client,
            DiagnosisId diagnosis,
            Diagnosis.Finding finding,
            int rank,
            @Nullable String sourceId) {
        statement(
                        """
                        insert into episodes.diagnosis (organization_id, id, client_id, code, system, description,
                            diagnosis_class, rank, from_date, to_date, source_id)
                        values (:organization, :id, :client, :code, :system, :description, :class, :rank, :from, :to,
                            :source)
                        """,
                        client,
                        diagnosis,
                        finding)
                .param("rank", rank)
                .param("source", sourceId)
                .update();
    }

    void update(ClientId client, DiagnosisId diagnosis, Diagnosis.Finding finding) {
        statement(
                        """
                        update episodes.diagnosis
                        set code = :code, system = :system, description = :description, diagnosis_class = :class,
                            from_date = :from, to_date = :to
                        where organization_id = :organization and client_id = :client and id = :id
                        """,
                        client,
                        diagnosis,
                        finding)
                .update();
    }

    void rank(ClientId client, DiagnosisId diagnosis, int rank) {
        jdbc.sql(
                        """
                        update episodes.diagnosis set rank = :rank
                        where organization_id = :organization and client_id = :client and id = :id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("id", diagnosis.value())
                .param("rank", rank)
                .update();
    }

    private JdbcClient.StatementSpec statement(
            String sql, ClientId client, DiagnosisId diagnosis, Diagnosis.Finding finding) {
        return jdbc.sql(sql)
                .param("organization", organization())
                .param("client", client.value())
                .param("id", diagnosis.value())
                .param("code", finding.code())
                .param("system", finding.system().label())
                .param("description", finding.description())
                .param("class", finding.diagnosisClass().map(Enum::name).orElse(null))
                .param("from", finding.from())
                .param("to", finding.to());
    }

    private static Diagnosis diagnosis(ResultSet row, int number) throws SQLException {
        var system =
                Diagnosis.CodeSystem.SNOMED.label().equals(row.getString("system"))
                        ? Diagnosis.CodeSystem.SNOMED
                        : Diagnosis.CodeSystem.ICD_10_CM;
        return new Diagnosis(
                new DiagnosisId(row.getObject("id", UUID.class)),
                new Diagnosis.Finding(
                        system,
                        row.getString("code"),
                        row.getString("description"),
                        row.getObject("from_date", LocalDate.class),
                        row.getObject("to_date", LocalDate.class)),
                row.getInt("rank"));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
