package care.trellis.walls;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Platform;
import care.trellis.testing.TrellisTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The habits of the schema, read from the catalog of the running database. */
@TrellisTest
class SchemaTest {

    /**
     * Not behind the wall, each for a reason: the schema platform, and the one way from an e-mail
     * to its account.
     */
    private static final Set<String> EXEMPT = Set.of("access.sign_in_name");

    private static final String OUR_TABLES =
            """
            select n.nspname || '.' || c.relname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'platform')
            """;

    @Autowired Platform platform;

    @Test
    void every_table_stands_behind_a_forced_wall_that_reads_the_setting_itself() {
        assertThat(
                        rows(
                                OUR_TABLES
                                        + """
                                        and not (c.relrowsecurity and c.relforcerowsecurity and exists (
                                            select from pg_policy p
                                            where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
                                              and pg_get_expr(p.polqual, p.polrelid)
                                                  = '(organization_id = (current_setting(''app.organization''::text))::uuid)'
                                              and pg_get_expr(p.polwithcheck, p.polrelid)
                                                  = '(organization_id = (current_setting(''app.organization''::text))::uuid)'))
                                        """))
                .isSubsetOf(EXEMPT);
    }

    @Test
    void a_table_has_one_policy_only() {
        assertThat(
                        rows(
                                "select polrelid::regclass::text from pg_policy group by polrelid having count(*) > 1"))
                .isEmpty();
    }

    @Test
    void every_key_of_a_tenant_table_begins_with_the_organization() {
        assertThat(
                        rows(
                                """
                                select i.indexrelid::regclass::text
                                from pg_index i
                                join pg_class c on c.oid = i.indrelid
                                join pg_namespace n on n.oid = c.relnamespace
                                left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                                where i.indisunique and n.nspname not in ('pg_catalog', 'pg_toast', 'platform')
                                  and n.nspname || '.' || c.relname <> 'access.sign_in_name'
                                  and a.attname is distinct from 'organization_id'
                                """))
                .isEmpty();
    }

    @Test
    void every_foreign_key_runs_inside_one_organization() {
        assertThat(
                        rows(
                                """
                                select con.conname
                                from pg_constraint con
                                join pg_attribute a on a.attrelid = con.conrelid and a.attnum = con.conkey[1]
                                where con.contype = 'f' and a.attname <> 'organization_id'
                                """))
                .isEmpty();
    }

    @Test
    void no_tenant_table_has_a_trigger() {
        assertThat(
                        rows(
                                "select tgrelid::regclass::text || ': ' || tgname from pg_trigger where not tgisinternal"))
                .isEmpty();
    }

    @Test
    void views_see_with_the_eyes_of_the_reader() {
        assertThat(
                        rows(
                                """
                                select n.nspname || '.' || c.relname
                                from pg_class c
                                join pg_namespace n on n.oid = c.relnamespace
                                where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
                                  and not coalesce('security_invoker=true' = any(c.reloptions), false)
                                """))
                .isEmpty();
    }

    @Test
    void the_application_owns_nothing_and_cannot_get_around_the_wall() {
        assertThat(rows("select relname from pg_class where relowner = current_user::regrole"))
                .isEmpty();
        assertThat(
                        rows(
                                """
                                select rolname from pg_roles
                                where rolname in ('trellis_app', 'trellis_owner') and (rolsuper or rolbypassrls)
                                """))
                .isEmpty();
    }

    @Test
    void the_record_signatures_and_postings_cannot_be_changed_by_the_application() {
        for (var table :
                List.of(
                        "audit.event",
                        "audit.seal",
                        "audit.checkpoint",
                        "attendance.event",
                        "kiosk.stray",
                        "whiteboard.hand_over",
                        "whiteboard.receipt",
                        "whiteboard.override",
                        "measures.answer",
                        "measures.result",
                        "measures.evidence",
                        "drugtests.seed",
                        "drugtests.draw",
                        "drugtests.eligible",
                        "drugtests.standing",
                        "drugtests.test",
                        "drugtests.custody",
                        "drugtests.result",
                        "drugtests.finding",
                        "drugtests.follow_up_step",
                        "medications.medication",
                        "medications.step",
                        "medications.reconciliation",
                        "medications.look",
                        "medications.allergy_step",
                        "notes.signature",
                        "notes.signed_note",
                        "notes.addendum",
                        "authorizations.packet",
                        "plans.version",
                        "plans.signature",
                        "safety.step",
                        "papers.saved",
                        "papers.version",
                        "papers.signature",
                        "billing.file",
                        "billing.claim",
                        "billing.claim_line",
                        "billing.remittance",
                        "billing.provider_adjustment",
                        "billing.posting")) {
            assertThat(
                            rows(
                                    "select 'changeable' where has_table_privilege('%1$s', 'update') or has_table_privilege('%1$s', 'delete') or has_table_privilege('%1$s', 'truncate')"
                                            .formatted(table)))
                    .as(table)
                    .isEmpty();
        }
    }

    private List<String> rows(String sql) {
        return platform.in(jdbc -> jdbc.sql(sql).query(String.class).list());
    }
}
