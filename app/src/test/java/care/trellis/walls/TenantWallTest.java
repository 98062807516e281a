package care.trellis.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.base.Platform;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
class TenantWallTest {

    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Platform platform;
    @Autowired Clinic clinic;

    @Test
    void an_organization_sees_its_own_clients_and_no_others() {
        var ours = clinic.open();
        var maya = clinic.maya(ours);
        var theirs = clinic.open();
        clinic.theo(theirs);

        assertThat(ours.in(this::clients)).containsExactly(maya.id());
    }

    @Test
    void without_an_organization_there_is_no_transaction_and_without_a_transaction_no_sql() {
        assertThatThrownBy(this::clients).hasMessageContaining("No organization");
        var ward = clinic.open();
        ward.run(() ->
                assertThatThrownBy(() ->
                                jdbc.sql("select id from clients.client").query().listOfRows())
                        .rootCause()
                        .hasMessageContaining("outside a transaction"));
    }

    @Test
    void the_platform_connection_sees_no_tenant_row_even_after_another_used_it() {
        var ward = clinic.open();
        clinic.maya(ward);

        for (int use = 0; use < 20; use++) {
            assertThatThrownBy(() ->
                            platform.in(sql ->
                                    sql.sql("select count(*) from clients.client")
                                            .query(Long.class)
                                            .single()))
                    .hasMessageContaining("uuid");
        }
    }

    @Test
    void a_row_cannot_point_into_another_organization() {
        var ours = clinic.open();
        var theirs = clinic.open();

        assertThatThrownBy(() ->
                        clinic.write(
                                ours,
                                "insert into organizations.room (organization_id, id, site_id, name, capacity) values (?, ?, ?, 'X', 3)",
                                ours.organization().value(),
                                UUID.randomUUID(),
                                theirs.site()))
                .hasMessageContaining("violates foreign key");
    }

    @Test
    void a_row_cannot_be_written_for_another_organization() {
        var ours = clinic.open();
        var theirs = clinic.open();

        assertThatThrownBy(() ->
                        clinic.write(
                                ours,
                                "insert into organizations.room (organization_id, id, site_id, name, capacity) values (?, ?, ?, 'X', 3)",
                                theirs.organization().value(),
                                UUID.randomUUID(),
                                theirs.site()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void switching_row_security_off_refuses_the_query_instead_of_lifting_the_wall() {
        var ward = clinic.open();
        clinic.maya(ward);

        ward.run(() ->
                transaction.executeWithoutResult(status -> {
                    jdbc.sql("set local row_security = off").update();
                    assertThatThrownBy(this::count)
                            .rootCause()
                            .hasMessageContaining("row-level security");
                }));
    }

    @Test
    void an_organization_nobody_founded_sees_nothing() {
        assertThat(OrganizationContext.in(new OrganizationId(UUID.randomUUID()), this::clients))
                .isEmpty();
    }

    private Long count() {
        return jdbc.sql("select count(*) from clients.client").query(Long.class).single();
    }

    private java.util.List<UUID> clients() {
        return transaction.execute(
                status -> jdbc.sql("select id from clients.client").query(UUID.class).list());
    }
}
