package care.trellis.episodes;

import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.organizations.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of primary counselors. */
@Repository
class CounselorRecords {

    private static final String NAME =
            "concat(f.given_name, ' ', f.family_name, ', ' || f.credentials)";

    private final JdbcClient jdbc;

    CounselorRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody who was named and stands for at least a day, the newest first. */
    List<Counselor> of(ClientId client) {
        return jdbc.sql(
                        """
                        select c.staff_id, %s as name, c.from_date, c.to_date, c.account_name
                        from episodes.public_counselor c
                        join organizations.public_staff f on f.organization_id = c.organization_id and f.id = c.staff_id
                        where c.organization_id = :organization and c.client_id = :client
                          and (c.to_date is null or c.to_date >= c.from_date)
                        order by c.from_date desc, c.recorded_at desc
                        """
                                .formatted(NAME))
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new Counselor(
                                new StaffId(row.getObject("staff_id", UUID.class)),
                                row.getString("name"),
                                row.getObject("from_date", LocalDate.class),
                                row.getObject("to_date", LocalDate.class),
                                row.getString("account_name")))
                .list();
    }

    void add(
            UUID id,
            EpisodeId episode,
            StaffId staff,
            LocalDate from,
            Instant recordedAt,
            Actor by) {
        jdbc.sql(
                        """
                        insert into episodes.counselor (organization_id, id, episode_id, staff_id, from_date,
                            recorded_at, account_id, account_name)
                        values (:organization, :id, :episode, :staff, :from, :now, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("episode", episode.value())
                .param("staff", staff.value())
                .param("from", from)
                .param("now", recordedAt.atOffset(ZoneOffset.UTC))
                .param("account", by.account())
                .param("name", by.name())
                .update();
    }

    /** Staff with a credential who work here, by name. */
    Map<StaffId, String> staff() {
        var staff = new LinkedHashMap<StaffId, String>();
        RowCallbackHandler each =
                row -> staff.put(new StaffId(row.getObject(1, UUID.class)), row.getString(2));
        jdbc.sql(
                        """
                        select f.id, %s from organizations.public_staff f
                        where f.organization_id = :organization and f.left_on is null and f.credentials is not null
                        order by f.given_name, f.family_name
                        """
                                .formatted(NAME))
                .param("organization", organization())
                .query(each);
        return staff;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
