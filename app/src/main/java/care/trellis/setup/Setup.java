package care.trellis.setup;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.curricula.Curricula;
import care.trellis.organizations.ProgramDetails;
import care.trellis.organizations.Programs;
import care.trellis.sessions.Track;
import care.trellis.sessions.TrackId;
import care.trellis.sessions.Tracks;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to setting a program up: a draft that keeps whatever was typed and can be taken up
 * again, what it comes to, and taking back what was made of it until somebody attended. {@link
 * Taking#make} makes it.
 */
@Service
public class Setup {

    private final DraftRecords drafts;
    private final Permits permits;
    private final Present present;
    private final Programs programs;
    private final Tracks tracks;
    private final Curricula curricula;
    private final Audit audit;
    private final Clock clock;

    Setup(
            DraftRecords drafts,
            Permits permits,
            Present present,
            Programs programs,
            Tracks tracks,
            Curricula curricula,
            Audit audit,
            Clock clock) {
        this.drafts = drafts;
        this.permits = permits;
        this.present = present;
        this.programs = programs;
        this.tracks = tracks;
        this.curricula = curricula;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the actor is setting up or has set up, the latest first. */
    @Transactional(readOnly = true)
    public List<Draft> all(Permit permit) {
        permit.require(Action.PROGRAM_SETUP);
        return drafts.all(permit);
    }

    /**
     * One draft of the actor's own.
     *
     * @throws NotFound where there is none
     */
    @Transactional(readOnly = true)
    public Draft one(Permit permit, UUID id) {
        permit.require(Action.PROGRAM_SETUP);
        return drafts.find(permit, id).orElseThrow(NotFound::new);
    }

    /** What there is to choose from, and what a draft comes to beside it. */
    @Transactional(readOnly = true)
    public SetupChoices choices(Permit permit) {
        permit.require(Action.PROGRAM_SETUP);
        var now = present.read(permit);
        var rooms = new LinkedHashMap<String, List<String>>();
        now.file()
                .sites()
                .forEach(site ->
                        rooms.put(
                                site.name(),
                                site.rooms().stream().map(SettingsFile.Room::name).toList()));
        var zones = new LinkedHashMap<String, String>();
        now.file().sites().forEach(site -> zones.put(site.name(), site.timeZone()));
        return new SetupChoices(rooms, zones, now.staff().keySet().stream().sorted().toList());
    }

    /** Begins a draft with the usual answers: all four tracks, from Monday after next. */
    @Transactional
    public UUID begin(Permit permit, UUID key) {
        permit.require(Action.PROGRAM_SETUP);
        var choices = choices(permit);
        var answers = new HashMap<String, List<String>>();
        var site = choices.zones().keySet().stream().findFirst().orElse(SetupPlan.NEW);
        var monday =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        answers.put("name", List.of("Adult IOP"));
        answers.put("site", List.of(site));
        answers.put("zone", List.of(choices.zones().getOrDefault(site, "")));
        answers.put("kind", List.of(ProgramKind.MENTAL_HEALTH.name()));
        answers.put("setting", List.of("FREESTANDING"));
        answers.put("from", List.of(monday.toString()));
        answers.put("curriculum", List.of("true"));
        var names = new ArrayList<String>();
        for (var preset : TrackPreset.values()) {
            names.add(preset.name());
            var tag = "-" + preset.name();
            answers.put("days" + tag, preset.days().stream().map(Enum::name).toList());
            answers.put("starts" + tag, List.of(preset.starts().toString()));
            answers.put("groups" + tag, List.of("" + preset.groups()));
            answers.put("minutes" + tag, List.of("" + preset.minutes()));
            answers.put("room" + tag, List.of(SetupPlan.NEW));
            answers.put("newRoom" + tag, List.of(preset.label() + " room"));
            answers.put("seats" + tag, List.of("12"));
        }
        answers.put("track", names);
        drafts.add(permit, key, answers, clock.instant());
        audit.record(permit, "setup.draft", key, null, "BEGUN");
        return key;
    }

    /**
     * Keeps what was typed at a step, right or wrong; what other steps said stays.
     *
     * @param typed the fields of the step; those with boxes that hold nothing are empty lists
     */
    @Transactional
    public Draft save(Permit permit, UUID id, SetupStep step, Map<String, List<String>> typed) {
        permit.require(Action.PROGRAM_SETUP);
        var draft = one(permit, id);
        var answers = new HashMap<>(draft.answers());
        answers.putAll(typed);
        var site = answers.getOrDefault("site", List.of());
        var zone = choices(permit).zones().get(site.isEmpty() ? "" : site.getFirst());
        if (zone != null) {
            answers.put("zone", List.of(zone));
        }
        drafts.save(permit, id, step, answers, clock.instant());
        return one(permit, id);
    }

    /** Gives a draft up that was not made. */
    @Transactional
    public void discard(Permit permit, UUID id) {
        permit.require(Action.PROGRAM_SETUP);
        one(permit, id);
        drafts.delete(permit, id);
        audit.record(permit, "setup.draft", id, null, "DISCARDED");
    }

    /**
     * Takes back what was made of a draft: tracks and dated sessions go as if they had never been,
     * and the program is no longer offered. Rooms and people stay.
     *
     * @return false, and nothing is changed, once attendance or a note is on record
     */
    @Transactional
    public boolean undo(Permit permit, UUID id) {
        permit.require(Action.PROGRAM_SETUP);
        var draft = one(permit, id);
        var program = draft.program();
        if (program == null || draft.undone()) {
            return false;
        }
        var edit = permits.of(permit, Action.SESSION_EDIT);
        List<TrackId> made =
                tracks.all(edit).stream()
                        .filter(track -> track.program().equals(program))
                        .map(Track::id)
                        .toList();
        if (!tracks.untouched(edit, made)) {
            return false;
        }
        curricula.forget(permits.of(permit, Action.CURRICULUM_TEACH), tracks.sessions(edit, made));
        tracks.takeBack(edit, made);
        var organization = permits.of(permit, Action.ORGANIZATION_EDIT);
        var details = programs.one(organization, program).details();
        programs.change(organization, program, withName(details, aside(details.name())), true);
        drafts.undone(permit, id, clock.instant());
        audit.record(permit, "setup.draft", id, null, "UNDONE");
        return true;
    }

    private String aside(String name) {
        var mark = ", taken back " + clock.instant().toString().substring(0, 16).replace('T', ' ');
        return name.substring(0, Math.min(name.length(), 60 - mark.length())) + mark;
    }

    private static ProgramDetails withName(ProgramDetails old, String name) {
        return new ProgramDetails(
                old.site(),
                name,
                old.levelOfCare(),
                old.setting(),
                old.programType(),
                old.part2(),
                old.licenseRuleSet(),
                old.offeredDays(),
                old.hoursPerDay(),
                old.nationallyAccredited(),
                old.bhpCaseload(),
                old.bhmpOnSiteShare(),
                old.startedOn());
    }
}
