package care.trellis.setup;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.curricula.Curricula;
import care.trellis.organizations.CredentialDetails;
import care.trellis.organizations.ProgramId;
import care.trellis.organizations.Staff;
import care.trellis.organizations.StaffDetails;
import care.trellis.payers.Payers;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.Sessions;
import care.trellis.sessions.TrackId;
import care.trellis.sessions.Tracks;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a program of a draft, in one transaction. */
@Component
class Making {

    private final DraftRecords drafts;
    private final Permits permits;
    private final Present present;
    private final Applying applying;
    private final Staff staff;
    private final Payers payers;
    private final Tracks tracks;
    private final Sessions sessions;
    private final Curricula curricula;
    private final Audit audit;
    private final Clock clock;

    Making(
            DraftRecords drafts,
            Permits permits,
            Present present,
            Applying applying,
            Staff staff,
            Payers payers,
            Tracks tracks,
            Sessions sessions,
            Curricula curricula,
            Audit audit,
            Clock clock) {
        this.drafts = drafts;
        this.permits = permits;
        this.present = present;
        this.applying = applying;
        this.staff = staff;
        this.payers = payers;
        this.tracks = tracks;
        this.sessions = sessions;
        this.curricula = curricula;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes staff, contracts, rooms, program, tracks, sixteen weeks of sessions and what they
     * teach.
     *
     * @throws Stopped with the reason where anything is refused
     */
    @Transactional
    public void make(Permit permit, UUID id) {
        permit.require(Action.PROGRAM_SETUP);
        drafts.lock(permit, id);
        var draft = drafts.find(permit, id).orElseThrow(NotFound::new);
        if (draft.program() != null) {
            return;
        }
        var before = present.read(permit);
        var plan = SetupPlan.of(draft, before.staff().keySet());
        refuse(plan, before);
        plan.newPeople().forEach(person -> add(permit, person));
        plan.agreements().forEach(one -> agree(permit, plan, one));
        var file = plan.file();
        var beside = Comparing.of(new SettingsText.Read(file, List.of()), present.read(permit));
        if (!beside.refusals().isEmpty()) {
            throw new Stopped(beside.refusals());
        }
        var now = applying.apply(permit, file, beside);
        for (var track : plan.tracks()) {
            dated(
                    permit,
                    plan,
                    new TrackId(
                            Objects.requireNonNull(
                                    now.tracks().get(Present.key(track.site(), track.name())))));
        }
        var program =
                new ProgramId(
                        Objects.requireNonNull(
                                now.programs()
                                        .get(Present.key(plan.siteName(), plan.programName()))));
        drafts.made(permit, id, program, clock.instant());
        audit.record(permit, "setup.draft", id, null, "MADE");
    }

    private static void refuse(SetupPlan plan, Present.Now before) {
        if (!plan.complete()) {
            throw new Stopped(
                    List.of(new Refusal(0, "A step is not complete: go back to the one marked.")));
        }
        for (var track : plan.tracks()) {
            if (before.tracks().containsKey(Present.key(track.site(), track.name()))) {
                throw new Stopped(
                        List.of(
                                new Refusal(
                                        0,
                                        "%s has a track \"%s\" already. Leave it out, or rename that one."
                                                .formatted(track.site(), track.name()))));
            }
        }
        if (before.programs().containsKey(Present.key(plan.siteName(), plan.programName()))) {
            throw new Stopped(
                    List.of(
                            new Refusal(
                                    0,
                                    "%s has a program \"%s\" already: give this one another name."
                                            .formatted(plan.siteName(), plan.programName()))));
        }
    }

    private void add(Permit permit, SetupPlan.Person person) {
        var edit = permits.of(permit, Action.ORGANIZATION_EDIT);
        var id =
                done(
                        staff.add(
                                edit,
                                Ids.next(),
                                StaffDetails.named(person.givenName(), person.familyName())));
        done(
                staff.addCredential(
                        edit,
                        Ids.next(),
                        id,
                        new CredentialDetails(person.credential(), null, null, null)));
    }

    private void agree(Permit permit, SetupPlan plan, Agreement agreement) {
        var edit = permits.of(permit, Action.CONTRACT_EDIT);
        var payer = done(payers.add(edit, Ids.next(), agreement.details()));
        done(
                payers.addContract(
                        edit,
                        Ids.next(),
                        payer,
                        agreement.contract(Objects.requireNonNull(plan.from()))));
    }

    private void dated(Permit permit, SetupPlan plan, TrackId track) {
        var edit = permits.of(permit, Action.SESSION_EDIT);
        var first = plan.tracks().getFirst().blocks().getFirst().from();
        tracks.makeSessions(edit, track, first.plusWeeks(SetupPlan.WEEKS).minusDays(1));
        if (!plan.teaches()) {
            return;
        }
        var teach = permits.of(permit, Action.CURRICULUM_TEACH);
        var modules = curricula.curriculum().modules();
        var lessons =
                sessions.of(edit, track, first, first.plusWeeks(SetupPlan.WEEKS)).stream()
                        .filter(one -> one.serviceType() == ServiceType.EDUCATION_GROUP)
                        .toList();
        for (var lesson : lessons) {
            long week = ChronoUnit.WEEKS.between(lessons.getFirst().date(), lesson.date());
            curricula.teach(teach, lesson.id(), modules.get((int) (week % modules.size())).code());
        }
    }

    private static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T>(var value) -> value;
            case Change.Refused<T>(var problems) ->
                    throw new Stopped(
                            problems.stream().map(one -> new Refusal(0, one.message())).toList());
        };
    }
}
