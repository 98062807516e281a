package care.trellis.billing;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Days that a payer soon takes no more, at the home page of whoever sends claims. */
@Component
class FilingInbox implements Inbox {

    /** So many days before a limit it is said. */
    private static final int DAYS_AHEAD = 14;

    private final JdbcClient jdbc;
    private final HomeTime home;
    private final Access access;

    FilingInbox(JdbcClient jdbc, HomeTime home, Access access) {
        this.jdbc = jdbc;
        this.home = home;
        this.access = access;
    }

    @Override
    public List<Waiting> waiting(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.CLAIM_SUBMIT)) {
            return List.of();
        }
        var sites = permit.actor().sites();
        return jdbc.sql(
                        """
                        select c.payer_name, count(*) as days, sum(d.expected_cents)::bigint as cents,
                               min(d.local_date) + c.timely_filing_days as files_by
                        from payers.public_contract c
                        join ledger.public_day d
                            on d.organization_id = c.organization_id and d.contract_id = c.id
                           and d.week_start between :today - c.timely_filing_days - 6
                                                and :today - c.timely_filing_days + :ahead
                           and d.local_date between :today - c.timely_filing_days
                                                and :today - c.timely_filing_days + :ahead
                        join clients.public_client p on p.organization_id = d.organization_id and p.id = d.client_id
                        where c.organization_id = :organization and d.state in ('BILLABLE', 'HOLD')
                          and (:everywhere or p.site_id = any(:sites::uuid[]))
                          and not exists (select from billing.claim_line l
                                           where l.organization_id = d.organization_id and l.client_id = d.client_id
                                             and l.local_date = d.local_date)
                        group by c.id, c.payer_name, c.timely_filing_days
                        order by files_by
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("today", home.today())
                .param("ahead", DAYS_AHEAD)
                .param("everywhere", sites.isEmpty())
                .param("sites", Columns.of(sites, site -> site))
                .query(FilingInbox::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        int days = row.getInt("days");
        return new Waiting(
                Waiting.Urgency.DEADLINE,
                row.getObject("files_by", LocalDate.class),
                "",
                "%s takes %s no more after this day: send %s"
                        .formatted(
                                row.getString("payer_name"),
                                days == 1 ? "a day" : "the first of " + days + " days",
                                days == 1 ? "it" : "them"),
                "Biller",
                new Money(row.getLong("cents")),
                "/claims");
    }
}
