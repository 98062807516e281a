package care.trellis.organizations;

import care.trellis.base.OrganizationContext;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL for programs. */
@Component
class ProgramRecords {

    private final JdbcClient jdbc;

    ProgramRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TreatmentProgram> programs() {
        return jdbc.sql(
                        """
                        select id, site_id, name, level_of_care, setting, program_type, part_2, license_rule_set,
                            offered_days, hours_per_day, nationally_accredited, bhp_caseload, bhmp_on_site_share,
                            started_on, retired_at is not null
                        from organizations.program
                        where organization_id = :organization
                        order by retired_at is not null, name, id
                        """)
                .param("organization", OrganizationContext.current().value())
                .query(ProgramRecords::program)
                .list();
    }

    void add(ProgramId id, ProgramDetails details) {
        fields(
                        jdbc.sql(
                                """
                                insert into organizations.program (organization_id, id, site_id, name,
                                    level_of_care, setting, program_type, part_2, license_rule_set,
                                    offered_days, hours_per_day, nationally_accredited, bhp_caseload,
                                    bhmp_on_site_share, started_on)
                                values (:organization, :id, :site, :name, :levelOfCare, :setting,
                                    :programType, :part2, :licenseRuleSet, :offeredDays, :hoursPerDay,
                                    :nationallyAccredited, :bhpCaseload, :bhmpOnSiteShare, :startedOn)
                                """),
                        id,
                        details)
                .param("site", details.site().value())
                .update();
    }

    void change(ProgramId id, ProgramDetails details, boolean retired) {
        fields(
                        jdbc.sql(
                                """
                                update organizations.program
                                set name = :name, level_of_care = :levelOfCare, setting = :setting,
                                    program_type = :programType, part_2 = :part2,
                                    license_rule_set = :licenseRuleSet, offered_days = :offeredDays,
                                    hours_per_day = :hoursPerDay, nationally_accredited = :nationallyAccredited,
                                    bhp_caseload = :bhpCaseload, bhmp_on_site_share = :bhmpOnSiteShare,
                                    started_on = :startedOn,
                                    retired_at = case when :retired then coalesce(retired_at, now()) end
                                where organization_id = :organization and id = :id
                                """),
                        id,
                        details)
                .param("retired", retired)
                .update();
    }

    private static JdbcClient.StatementSpec fields(
            JdbcClient.StatementSpec statement, ProgramId id, ProgramDetails details) {
        return statement
                .param("organization", OrganizationContext.current().value())
                .param("id", id.value())
                .param("name", details.name())
                .param("levelOfCare", details.levelOfCare().name())
                .param("setting", details.setting())
                .param("programType", details.programType())
                .param("part2", details.part2())
                .param("licenseRuleSet", details.licenseRuleSet())
                .param("offeredDays", details.offeredDays())
                .param("hoursPerDay", details.hoursPerDay())
                .param("nationallyAccredited", details.nationallyAccredited())
                .param("bhpCaseload", details.bhpCaseload())
                .param("bhmpOnSiteShare", details.bhmpOnSiteShare())
                .param("startedOn", details.startedOn());
    }

    private static TreatmentProgram program(ResultSet row, int number) throws SQLException {
        return new TreatmentProgram(
                new ProgramId(row.getObject(1, UUID.class)),
                new ProgramDetails(
                        new SiteId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        LevelOfCare.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(7),
                        row.getString(8),
                        row.getInt(9),
                        row.getBigDecimal(10),
                        row.getObject(11, Boolean.class),
                        row.getObject(12, Integer.class),
                        row.getObject(13, BigDecimal.class),
                        row.getObject(14, LocalDate.class)),
                row.getBoolean(15));
    }
}
