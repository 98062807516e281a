package care.trellis.organizations;

import care.trellis.base.OrganizationId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL for organizations. */
@Component
class OrganizationRecords {

    private final JdbcClient jdbc;

    OrganizationRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OrganizationId organization, BillingIdentity identity, Instant now) {
        jdbc.sql("insert into platform.organization (id) values (:organization)")
                .param("organization", organization.value())
                .update();
        jdbc.sql(
                        """
                        insert into organizations.organization (organization_id, name, npi, tax_id, taxonomy,
                            address_line, city, state, postal_code, phone, created_at)
                        values (:organization, :name, :npi, :taxId, :taxonomy, :addressLine, :city, :state,
                            :postalCode, :phone, :now)
                        """)
                .params(Fields.of(identity))
                .param("organization", organization.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void change(OrganizationId organization, BillingIdentity identity) {
        jdbc.sql(
                        """
                        update organizations.organization
                        set name = :name, npi = :npi, tax_id = :taxId, taxonomy = :taxonomy,
                            address_line = :addressLine, city = :city, state = :state, postal_code = :postalCode,
                            phone = :phone
                        where organization_id = :organization
                        """)
                .params(Fields.of(identity))
                .param("organization", organization.value())
                .update();
    }

    BillingIdentity identity(OrganizationId organization) {
        return jdbc.sql(
                        """
                        select name, npi, tax_id, taxonomy, address_line, city, state, postal_code, phone
                        from organizations.organization
                        where organization_id = :organization
                        """)
                .param("organization", organization.value())
                .query((row, number) ->
                        new BillingIdentity(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9)))
                .single();
    }
}
