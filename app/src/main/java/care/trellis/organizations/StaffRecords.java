package care.trellis.organizations;

import care.trellis.base.OrganizationContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL for staff and credentials. */
@Component
class StaffRecords {

    private final JdbcClient jdbc;

    StaffRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StaffMember> staff() {
        var credentials = credentials();
        return jdbc.sql(
                        """
                        select id, given_name, family_name, npi, left_on
                        from organizations.staff
                        where organization_id = :organization
                        order by left_on is not null, family_name, given_name, id
                        """)
                .param("organization", OrganizationContext.current().value())
                .query((row, number) -> {
                    var id = row.getObject(1, UUID.class);
                    return new StaffMember(
                            new StaffId(id),
                            new StaffDetails(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getObject(5, LocalDate.class)),
                            credentials.getOrDefault(id, List.of()));
                })
                .list();
    }

    private Map<UUID, List<StaffMember.Credential>> credentials() {
        var byStaff = new HashMap<UUID, List<StaffMember.Credential>>();
        jdbc.sql(
                        """
                        select staff_id, id, code, number, valid_from, expires_on
                        from organizations.credential
                        where organization_id = :organization
                        order by coalesce(valid_from, '-infinity') desc, code
                        """)
                .param("organization", OrganizationContext.current().value())
                .query(row -> {
                    byStaff.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(
                                    new StaffMember.Credential(
                                            row.getObject(2, UUID.class),
                                            new CredentialDetails(
                                                    row.getString(3),
                                                    row.getString(4),
                                                    row.getObject(5, LocalDate.class),
                                                    row.getObject(6, LocalDate.class))));
                });
        return byStaff;
    }

    void add(StaffId id, StaffDetails details) {
        jdbc.sql(
                        """
                        insert into organizations.staff (organization_id, id, given_name, family_name, npi, left_on)
                        values (:organization, :id, :givenName, :familyName, :npi, :leftOn)
                        """)
                .params(Fields.of(details))
                .param("organization", OrganizationContext.current().value())
                .param("id", id.value())
                .update();
    }

    void change(StaffId id, StaffDetails details) {
        jdbc.sql(
                        """
                        update organizations.staff
                        set given_name = :givenName, family_name = :familyName, npi = :npi, left_on = :leftOn
                        where organization_id = :organization and id = :id
                        """)
                .params(Fields.of(details))
                .param("organization", OrganizationContext.current().value())
                .param("id", id.value())
                .update();
    }

    void addCredential(UUID id, StaffId staff, CredentialDetails details) {
        jdbc.sql(
                        """
                        insert into organizations.credential (organization_id, id, staff_id, code, number,
                            valid_from, expires_on)
                        values (:organization, :id, :staff, :code, :number, :validFrom, :expiresOn)
                        """)
                .params(Fields.of(details))
                .param("organization", OrganizationContext.current().value())
                .param("id", id)
                .param("staff", staff.value())
                .update();
    }

    void changeCredential(UUID id, StaffId staff, CredentialDetails details) {
        jdbc.sql(
                        """
                        update organizations.credential
                        set code = :code, number = :number, valid_from = :validFrom, expires_on = :expiresOn
                        where organization_id = :organization and staff_id = :staff and id = :id
                        """)
                .params(Fields.of(details))
                .param("organization", OrganizationContext.current().value())
                .param("id", id)
                .param("staff", staff.value())
                .update();
    }
}
