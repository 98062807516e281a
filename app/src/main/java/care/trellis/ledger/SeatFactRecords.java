package care.trellis.ledger;

import static care.trellis.ledger.Columns.id;
import static care.trellis.ledger.Columns.instant;

import care.trellis.base.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads where clients are expected in a week, what is known of it, and who leads: each along its
 * own key, put together here.
 */
@Repository
class SeatFactRecords {

    private final JdbcClient jdbc;

    SeatFactRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Asked(UUID organization, LocalDate monday, UUID[] clients) {}

    /**
     * Who is expected in which session: only those, by client and day, name the sessions to read.
     */
    private record Place(UUID client, UUID session) {}

    private record Known(
            @Nullable String status,
            @Nullable Instant arrived,
            @Nullable Instant left,
            boolean estimated) {}

    private static final Known NOTHING = new Known(null, null, null, false);

    /**
     * Places, marks and signed notes are each read along the clients and put together here: the
     * same join in SQL would look up every session of everybody one by one.
     */
    Map<UUID, List<WeekFacts.Seat>> of(
            OrganizationId organization, LocalDate monday, Collection<UUID> clients) {
        var asked = new Asked(organization.value(), monday, Columns.ids(clients));
        var places = new ArrayList<Place>();
        read(
                asked,
                """
                select client_id, session_id from sessions.public_seat
                where organization_id = :organization and client_id = any(:clients)
                  and local_date between :monday and :sunday and removed_at is null
                """,
                row -> places.add(place(row)));
        if (places.isEmpty()) {
            return Map.of();
        }
        var marks = new HashMap<Place, Known>();
        read(
                asked,
                """
                select client_id, session_id, status, arrived_at, left_at, estimated from attendance.public_mark
                where organization_id = :organization and client_id = any(:clients)
                  and local_date between :monday and :sunday
                """,
                row ->
                        marks.put(
                                place(row),
                                new Known(
                                        row.getString(3),
                                        instant(row, 4),
                                        instant(row, 5),
                                        row.getBoolean(6))));
        var notes = new HashMap<Place, UUID>();
        read(
                asked,
                """
                select client_id, session_id, id from notes.public_documented
                where organization_id = :organization and client_id = any(:clients)
                  and local_date between :monday and :sunday
                """,
                row -> notes.put(place(row), row.getObject(3, UUID.class)));
        var meetings =
                meetings(
                        asked.organization(),
                        places.stream().map(Place::session).distinct().toArray(UUID[]::new));
        var seats = new HashMap<UUID, List<WeekFacts.Seat>>();
        for (var place : places) {
            var meeting = meetings.get(place.session());
            if (meeting != null) {
                var known = marks.getOrDefault(place, NOTHING);
                seats.computeIfAbsent(place.client(), client -> new ArrayList<>())
                        .add(
                                new WeekFacts.Seat(
                                        meeting,
                                        known.status(),
                                        known.arrived(),
                                        known.left(),
                                        known.estimated(),
                                        notes.get(place)));
            }
        }
        seats.values().forEach(of -> of.sort(IN_ORDER));
        return seats;
    }

    private static final Comparator<WeekFacts.Seat> IN_ORDER =
            Comparator.comparing((WeekFacts.Seat seat) -> seat.meeting().starts())
                    .thenComparing(seat -> seat.meeting().id());

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
    }

    /** Those of the sessions that take place, with their staff and the size of the group. */
    private Map<UUID, WeekFacts.Meeting> meetings(UUID organization, UUID[] sessions) {
        var staff = staff(organization, sessions);
        var present = new HashMap<UUID, Integer>();
        jdbc.sql(
                        """
                        select session_id, count(*) from attendance.public_mark
                        where organization_id = :organization and session_id = any(:sessions) and status = 'PRESENT'
                        group by session_id
                        """)
                .param("organization", organization)
                .param("sessions", sessions)
                .query(row -> {
                    present.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        var meetings = new HashMap<UUID, WeekFacts.Meeting>();
        jdbc.sql(
                        """
                        select id, title, service_type, modality, local_date, starts_at, ends_at
                        from sessions.public_session
                        where organization_id = :organization and id = any(:sessions) and cancelled_at is null
                        """)
                .param("organization", organization)
                .param("sessions", sessions)
                .query(row -> {
                    var id = row.getObject(1, UUID.class);
                    var leading = staff.getOrDefault(id, List.of());
                    var lead = leading.isEmpty() ? NOBODY : leading.getFirst();
                    meetings.put(
                            id,
                            new WeekFacts.Meeting(
                                    id,
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getObject(5, LocalDate.class),
                                    row.getObject(6, OffsetDateTime.class).toInstant(),
                                    row.getObject(7, OffsetDateTime.class).toInstant(),
                                    lead.id(),
                                    lead.name(),
                                    lead.credentials(),
                                    leading.stream()
                                            .map(Leader::credentials)
                                            .filter(Objects::nonNull)
                                            .toList(),
                                    present.getOrDefault(id, 0)));
                });
        return meetings;
    }

    private record Leader(@Nullable UUID id, @Nullable String name, @Nullable String credentials) {}

    private static final Leader NOBODY = new Leader(null, null, null);

    /** Who leads each session, the lead before the others. */
    private Map<UUID, List<Leader>> staff(UUID organization, UUID[] sessions) {
        var leads = new ArrayList<Lead>();
        jdbc.sql(
                        """
                        select session_id, staff_id from sessions.public_facilitator
                        where organization_id = :organization and session_id = any(:sessions)
                        order by part desc, staff_id
                        """)
                .param("organization", organization)
                .param("sessions", sessions)
                .query(row -> {
                    leads.add(new Lead(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                });
        var leaders = leaders(organization, leads);
        var staff = new HashMap<UUID, List<Leader>>();
        for (var lead : leads) {
            var leader = leaders.get(lead.staff());
            if (leader != null) {
                staff.computeIfAbsent(lead.session(), session -> new ArrayList<>(2)).add(leader);
            }
        }
        return staff;
    }

    /** Few people lead many sessions: each is read once. */
    private Map<UUID, Leader> leaders(UUID organization, List<Lead> leads) {
        var leaders = new HashMap<UUID, Leader>();
        jdbc.sql(
                        """
                        select id, given_name || ' ' || family_name, credentials from organizations.public_staff
                        where organization_id = :organization and id = any(:staff)
                        """)
                .param("organization", organization)
                .param("staff", leads.stream().map(Lead::staff).distinct().toArray(UUID[]::new))
                .query(row -> {
                    var id = row.getObject(1, UUID.class);
                    leaders.put(id, new Leader(id, row.getString(2), row.getString(3)));
                });
        return leaders;
    }

    private record Lead(UUID session, UUID staff) {}

    private void read(Asked asked, String sql, RowCallbackHandler each) {
        jdbc.sql(sql)
                .param("organization", asked.organization())
                .param("clients", asked.clients())
                .param("monday", asked.monday())
                .param("sunday", asked.monday().plusDays(6))
                .query(each);
    }
}
