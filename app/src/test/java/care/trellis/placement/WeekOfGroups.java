package care.trellis.placement;

import static care.trellis.testing.Clinic.MONDAY;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.messages.Preferences;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.StaffId;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.Modality;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.TrackId;
import care.trellis.sessions.Tracks;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Ward;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Groups at noon on three days of a week, with a few seats. */
abstract class WeekOfGroups {

    @Autowired Clinic clinic;
    @Autowired Tracks tracks;
    @Autowired TrackRules trackRules;
    @Autowired KeptApart keptApart;
    @Autowired WaitingList waiting;
    @Autowired MakeUpFinder finder;
    @Autowired MakeUpOffers offers;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Preferences preferences;
    @Autowired ApplicationEventPublisher events;

    /** Groups at noon on Monday, Wednesday and Friday, with so many seats. */
    Ward week(int seats) {
        return week(clinic.open(), seats);
    }

    Ward week(Ward ward, int seats) {
        for (var day : List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY)) {
            ward.in(() ->
                    tracks.addBlock(
                            ward.permit(Action.SESSION_EDIT),
                            Ids.next(),
                            new TrackId(ward.track()),
                            new BlockPlan(
                                    day,
                                    LocalTime.of(12, 0),
                                    180,
                                    "Process group",
                                    ServiceType.GROUP_THERAPY,
                                    Modality.IN_PERSON,
                                    new RoomId(ward.room()),
                                    new StaffId(ward.lead()),
                                    null,
                                    MONDAY,
                                    null)));
        }
        ward.in(() ->
                        trackRules.keep(
                                ward.permit(Action.PLACEMENT_EDIT),
                                new TrackId(ward.track()),
                                new TrackTerms("English", 18, 99, Set.of(), seats)))
                .orThrow();
        return ward;
    }

    List<MakeUp> find(Ward ward, ClientId client) {
        return ward.in(() -> finder.find(make(ward), client, MONDAY).sessions());
    }

    List<SessionId> sessions(Ward ward, ClientId client) {
        return find(ward, client).stream().map(MakeUp::session).toList();
    }

    List<SessionId> seats(Ward ward, ClientId client) {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql(
                                        """
                                        select session_id from sessions.public_roster
                                        where client_id = :client order by local_date
                                        """)
                                .param("client", client.value())
                                .query((row, number) -> new SessionId(row.getObject(1, UUID.class)))
                                .list()));
    }

    static Permit make(Ward ward) {
        return ward.permit(Action.MAKE_UP_OFFER);
    }

    static ClientId client(Clinic.Client client) {
        return new ClientId(client.id());
    }
}
