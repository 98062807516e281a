package care.trellis.sessions;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.episodes.EpisodeId;
import care.trellis.organizations.ProgramId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The weekly plan: tracks, the blocks of their week, who is enrolled, and the dated sessions that
 * follow from both. Dated sessions are made {@link #AHEAD_WEEKS} weeks ahead; making them again
 * makes nothing new.
 */
@Service
public class Tracks {

    /** How far ahead dated sessions are made. */
    public static final int AHEAD_WEEKS = 6;

    private final TrackRecords records;
    private final Making making;
    private final Withdrawal withdrawal;
    private final RosterNews roster;
    private final Reservations reservations;
    private final EnrollmentRecords enrollments;
    private final Enrolling enrolling;
    private final ChoiceRecords choices;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Tracks(
            TrackRecords records,
            Making making,
            Withdrawal withdrawal,
            RosterNews roster,
            Reservations reservations,
            EnrollmentRecords enrollments,
            Enrolling enrolling,
            ChoiceRecords choices,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.making = making;
        this.withdrawal = withdrawal;
        this.roster = roster;
        this.reservations = reservations;
        this.enrollments = enrollments;
        this.enrolling = enrolling;
        this.choices = choices;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** The tracks of the sites that the actor works at, by site and name. */
    @Transactional(readOnly = true)
    public List<Track> all(Permit permit) {
        permit.require(
                Action.SESSION_VIEW,
                Action.SESSION_EDIT,
                Action.BOARD_VIEW,
                Action.LEVEL_CHANGE,
                Action.PLACEMENT_VIEW,
                Action.PLACEMENT_EDIT);
        return records.tracks(permit, null, clock.instant());
    }

    /** One track, where the actor works at its site. */
    @Transactional(readOnly = true)
    public Optional<Track> find(Permit permit, TrackId track) {
        permit.require(Action.SESSION_VIEW, Action.SESSION_EDIT);
        return records.tracks(permit, track, clock.instant()).stream().findFirst();
    }

    /** What a plan can be made of. */
    @Transactional(readOnly = true)
    public PlanChoices choices(Permit permit) {
        permit.require(Action.SESSION_VIEW, Action.SESSION_EDIT);
        return choices.choices(permit);
    }

    /** Founds a track of a program, at the program's site. */
    @Transactional
    public TrackCreation create(Permit permit, UUID key, ProgramId program, String name) {
        permit.require(Action.SESSION_EDIT);
        var id = new TrackId(key);
        var site =
                records.siteOf(permit, program)
                        .filter(permit.actor()::worksAt)
                        .orElseThrow(NotFound::new);
        if (records.nameTaken(permit, site, name, id)) {
            return new TrackCreation.NameTaken();
        }
        if (once.first(permit, key, "track " + program.value() + " " + name)) {
            records.addTrack(permit, id, program, site, name);
            audit.record(permit, "sessions.track", key, null);
        }
        return new TrackCreation.Created(id);
    }

    /** Adds a block to the track's week and makes its dated sessions. */
    @Transactional
    public BlockAddition addBlock(Permit permit, UUID key, TrackId track, BlockPlan plan) {
        permit.require(Action.SESSION_EDIT);
        var found = open(permit, track);
        if (plan.room() != null && !records.roomAt(permit, plan.room(), found.site())) {
            return new BlockAddition.RoomElsewhere();
        }
        var obstacles = obstacles(permit, found, plan);
        if (!obstacles.none() && !records.hasBlock(permit, key)) {
            return new BlockAddition.Taken(obstacles);
        }
        if (!once.first(permit, key, "block " + track.value() + " " + plan)) {
            return new BlockAddition.Added(key, 0);
        }
        records.addBlock(permit, key, track, plan);
        audit.record(permit, "sessions.pattern", key, null);
        return new BlockAddition.Added(key, making.make(permit, track, AHEAD_WEEKS * 7));
    }

    /**
     * Ends a block after its last day. Sessions made for later are cancelled, not destroyed.
     *
     * @return sessions that were cancelled
     */
    @Transactional
    public int endBlock(Permit permit, TrackId track, UUID block, LocalDate lastDay) {
        permit.require(Action.SESSION_EDIT);
        open(permit, track);
        if (records.endBlock(permit, track, block, lastDay) == 0) {
            throw new NotFound();
        }
        audit.record(permit, "sessions.pattern", block, null, "ENDED");
        var emptied = records.cancelAfter(permit, block, lastDay, clock.instant());
        roster.moved(permit, emptied, roster.expected(permit, emptied));
        return emptied.size();
    }

    /** Who is enrolled in the track today or later, by name. */
    @Transactional
    public List<Enrollee> enrollees(Permit permit, TrackId track) {
        permit.require(Action.SESSION_VIEW, Action.SESSION_EDIT);
        var found = open(permit, track);
        var enrolled = enrollments.enrollees(permit, track, today(found.zone()));
        audit.recordMany(permit, "sessions.enrollment", track.value(), enrolled.size());
        return enrolled;
    }

    /** Clients of the track's program who are not enrolled in it, by name. */
    @Transactional
    public List<Candidate> candidates(Permit permit, TrackId track) {
        permit.require(Action.SESSION_VIEW, Action.SESSION_EDIT);
        var found = open(permit, track);
        var candidates =
                enrollments.candidates(permit, track, found.program(), today(found.zone()));
        audit.recordMany(permit, "episodes.episode", track.value(), candidates.size());
        return candidates;
    }

    /**
     * Enrolls a client's episode from a day on: the client is expected in every session since.
     *
     * @param why the seats are given although something speaks against them, at most 500
     *     characters; empty asks for it first
     */
    @Transactional
    public Enrollment enroll(
            Permit permit, UUID key, TrackId track, EpisodeId episode, LocalDate from, String why) {
        permit.require(Action.SESSION_EDIT);
        return enrolling.enroll(permit, key, open(permit, track), episode, from, why);
    }

    /**
     * Ends an enrollment after its last day: the client is no longer expected in later sessions.
     *
     * @return seats that became free
     */
    @Transactional
    public int endEnrollment(Permit permit, TrackId track, UUID enrollment, LocalDate lastDay) {
        permit.require(Action.SESSION_EDIT);
        return enrolling.end(permit, open(permit, track), enrollment, lastDay);
    }

    /**
     * Makes the dated sessions of the weeks ahead, of every track of the organization.
     *
     * @return sessions that were made; 0 when all were there
     */
    @Transactional
    public int makeSessions(Permit permit) {
        permit.require(Action.SESSION_EDIT);
        return making.make(permit, null, AHEAD_WEEKS * 7);
    }

    /**
     * Makes the dated sessions of one track further ahead than usual.
     *
     * @param last the last day, at most a year ahead
     * @return sessions that were made
     */
    @Transactional
    public int makeSessions(Permit permit, TrackId track, LocalDate last) {
        permit.require(Action.SESSION_EDIT);
        var today = today(open(permit, track).zone());
        if (last.isAfter(today.plusYears(1))) {
            throw new IllegalArgumentException("Sessions are made at most a year ahead");
        }
        return making.make(permit, track, (int) ChronoUnit.DAYS.between(today, last));
    }

    /** The dated sessions of tracks, in the order in which they begin. */
    @Transactional(readOnly = true)
    public List<SessionId> sessions(Permit permit, Collection<TrackId> of) {
        permit.require(Action.SESSION_VIEW, Action.SESSION_EDIT);
        return withdrawal.sessions(permit, of);
    }

    /** Whether nothing is on record about any session of these tracks. */
    @Transactional(readOnly = true)
    public boolean untouched(Permit permit, Collection<TrackId> of) {
        permit.require(Action.SESSION_VIEW, Action.SESSION_EDIT);
        return withdrawal.untouched(permit, of);
    }

    /**
     * Takes tracks back as if they had never been: their sessions, seats and enrollments go.
     * Refused as soon as attendance, a note or the like is on record about any session of theirs.
     *
     * @return whether they are gone
     */
    @Transactional
    public boolean takeBack(Permit permit, Collection<TrackId> tracks) {
        permit.require(Action.SESSION_EDIT);
        tracks.forEach(track -> open(permit, track));
        if (!withdrawal.takeBack(permit, tracks)) {
            return false;
        }
        tracks.forEach(
                track -> audit.record(permit, "sessions.track", track.value(), null, "TAKEN_BACK"));
        return true;
    }

    private Obstacles obstacles(Permit permit, Track track, BlockPlan plan) {
        var today = today(track.zone());
        var times =
                new Repetition(plan.recurrence(), plan.from(), plan.to(), Set.of(), Set.of())
                        .dates(today, today.plusWeeks(AHEAD_WEEKS)).stream()
                                .map(date ->
                                        SessionCalendar.on(
                                                date, plan.starts(), plan.minutes(), track.zone()))
                                .toList();
        return reservations.of(permit, track.site(), plan.room(), plan.staff(), times, List.of());
    }

    private Track open(Permit permit, TrackId track) {
        return records.tracks(permit, track, clock.instant()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private LocalDate today(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate();
    }
}
