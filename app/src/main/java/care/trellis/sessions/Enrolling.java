package care.trellis.sessions;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.episodes.EpisodeId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts clients into a track and takes them out; within the transaction of the door. */
@Component
class Enrolling {

    private final EnrollmentRecords records;
    private final SeatRecords seats;
    private final SeatGuard guard;
    private final HoldRecords holds;
    private final RosterNews roster;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Enrolling(
            EnrollmentRecords records,
            SeatRecords seats,
            SeatGuard guard,
            HoldRecords holds,
            RosterNews roster,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.seats = seats;
        this.guard = guard;
        this.holds = holds;
        this.roster = roster;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    Enrollment enroll(
            Permit permit, UUID key, Track track, EpisodeId episode, LocalDate from, String why) {
        var stay = records.stay(permit, episode, track.program());
        if (stay.isEmpty()) {
            return new Enrollment.NoSuchEpisode();
        }
        if (!stay.get().covers(from)) {
            return new Enrollment.OutsideEpisode(stay.get().admittedOn());
        }
        var client = stay.get().client();
        holds.lockClients(List.of(client));
        records.lock(permit, track.id());
        if (records.enrolled(permit, track.id(), client, from, key)) {
            return new Enrollment.AlreadyEnrolled();
        }
        var sessions = seats.ahead(permit, track.id(), from, clock.instant());
        holds.lock(sessions);
        var concerns = guard.concerns(client, sessions, List.of());
        if (!concerns.isEmpty() && !SeatReason.holds(why)) {
            return new Enrollment.AsksWhy(SeatGuard.words(concerns, sessions.size()));
        }
        if (!once.first(permit, key, "enroll " + track.id().value() + episode.value() + from)) {
            return new Enrollment.Enrolled(key, 0);
        }
        records.addEnrollment(permit, key, track.id(), client, episode, from);
        audit.record(permit, "sessions.enrollment", key, client.value());
        guard.passOver(permit, key, client, track.id(), concerns, why);
        var taken = seats.fill(permit, track.id(), client, from);
        roster.seated(permit, taken);
        return new Enrollment.Enrolled(key, taken.size());
    }

    int end(Permit permit, Track track, UUID enrollment, LocalDate lastDay) {
        var client =
                records.endEnrollment(permit, track.id(), enrollment, lastDay)
                        .orElseThrow(NotFound::new);
        audit.record(permit, "sessions.enrollment", enrollment, client.value(), "ENDED");
        var left = seats.freeAfter(permit, track.id(), client, lastDay, clock.instant());
        roster.seated(permit, left);
        return left.size();
    }
}
