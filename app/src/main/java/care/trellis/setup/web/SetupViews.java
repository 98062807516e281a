package care.trellis.setup.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.curricula.Curricula;
import care.trellis.engine.rulebook.Rulebooks;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.ProgramWords;
import care.trellis.organizations.Zones;
import care.trellis.payers.Payers;
import care.trellis.sessions.Tracks;
import care.trellis.setup.Agreement;
import care.trellis.setup.Draft;
import care.trellis.setup.ProgramKind;
import care.trellis.setup.SetupChoices;
import care.trellis.setup.SetupPlan;
import care.trellis.setup.SetupStep;
import care.trellis.setup.TrackPreset;
import care.trellis.web.Form;
import care.trellis.web.Line;
import care.trellis.web.Tone;
import care.trellis.web.WeekGrid;
import care.trellis.web.When;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Turns drafts into the finished text of their pages. */
@Component
class SetupViews {

    private static final Rulebooks LIBRARY = Rulebooks.library();

    private final Tracks tracks;
    private final Payers payers;
    private final Curricula curricula;
    private final Access access;
    private final HomeTime home;

    SetupViews(Tracks tracks, Payers payers, Curricula curricula, Access access, HomeTime home) {
        this.tracks = tracks;
        this.payers = payers;
        this.curricula = curricula;
        this.access = access;
        this.home = home;
    }

    List<Line> lines(List<Draft> drafts) {
        return drafts.stream()
                .map(draft ->
                        new Line(
                                draft.answer("name").isBlank() ? "A program" : draft.answer("name"),
                                "/settings/setup/" + draft.id(),
                                List.of(When.time(draft.savedAt(), home.zone())),
                                draft.undone()
                                        ? "Taken back"
                                        : draft.program() != null
                                                ? "Made"
                                                : "At: " + draft.step().label(),
                                draft.program() != null && !draft.undone()
                                        ? Tone.GOOD
                                        : Tone.NEUTRAL))
                .toList();
    }

    StepView step(
            Permit permit,
            Draft draft,
            SetupStep step,
            SetupPlan plan,
            SetupChoices choices,
            List<Problem> problems,
            List<String> refusals) {
        var form = form(draft).refused(problems);
        var path = "/settings/setup/" + draft.id();
        return new StepView(
                path,
                step.path(),
                step.ordinal() + 1,
                step.label(),
                Arrays.stream(SetupStep.values())
                        .map(one ->
                                new StepView.Mark(
                                        one.label(),
                                        one.path(),
                                        one == step
                                                ? "now"
                                                : plan.problems(one).isEmpty() ? "done" : "open"))
                        .toList(),
                form,
                choices(draft, form, choices),
                trackViews(draft, form, choices),
                picture(plan),
                facts(plan),
                contracts(permit),
                payerRows(form),
                refusals,
                plan.complete());
    }

    private static Form form(Draft draft) {
        var form = Form.empty();
        draft.answers().forEach(form::withAll);
        return form;
    }

    private static StepView.Choices choices(Draft draft, Form form, SetupChoices choices) {
        var sites = new LinkedHashMap<String, String>();
        choices.zones().keySet().forEach(site -> sites.put(site, site));
        sites.put(SetupPlan.NEW, "A new site…");
        return new StepView.Choices(
                form.choices("site", sites),
                form.choices("zone", "Choose the time zone", Zones.with(draft.answer("zone"))),
                form.choices("setting", ProgramWords.SETTINGS),
                form.choices("licence", "None", ruleSets()),
                Arrays.stream(ProgramKind.values())
                        .map(kind ->
                                new StepView.Kind(
                                        kind.name(),
                                        kind.label(),
                                        kind.words(),
                                        form.ticked("kind", kind.name())))
                        .toList());
    }

    private static List<StepView.TrackCard> trackViews(
            Draft draft, Form form, SetupChoices choices) {
        var people = new LinkedHashMap<String, String>();
        choices.staff().forEach(name -> people.put(name, name));
        for (int i = 1; i <= SetupPlan.NEW_PEOPLE; i++) {
            var name = (draft.answer("given" + i) + " " + draft.answer("family" + i)).strip();
            people.put(SetupPlan.NEW + i, name.isEmpty() ? "New person " + i : name + " (new)");
        }
        var rooms = new LinkedHashMap<String, String>();
        choices.rooms()
                .getOrDefault(draft.answer("site"), List.of())
                .forEach(room -> rooms.put(room, room));
        rooms.put(SetupPlan.NEW, "A new room…");
        return Arrays.stream(TrackPreset.values())
                .map(preset -> {
                    var tag = "-" + preset.name();
                    return new StepView.TrackCard(
                            preset.name(),
                            preset.label(),
                            preset.words(),
                            form.ticked("track", preset.name()),
                            preset == TrackPreset.VIRTUAL,
                            Arrays.stream(DayOfWeek.values())
                                    .map(day ->
                                            new StepView.DayBox(
                                                    day.name(),
                                                    day.getDisplayName(TextStyle.SHORT, Locale.US),
                                                    day.getDisplayName(TextStyle.FULL, Locale.US),
                                                    form.ticked("days" + tag, day.name())))
                                    .toList(),
                            form.choices("room" + tag, rooms),
                            form.choices("lead" + tag, "Choose who leads", people),
                            form.choices("coLead" + tag, "Nobody", people));
                })
                .toList();
    }

    PictureView picture(SetupPlan plan) {
        var tiles = new ArrayList<WeekGrid.Tile>();
        int minutes = 0;
        int blocks = 0;
        for (var track : plan.tracks()) {
            for (var block : track.blocks()) {
                for (var day : block.rule().days()) {
                    blocks++;
                    minutes += block.minutes();
                    tiles.add(
                            new WeekGrid.Tile(
                                    day,
                                    block.starts(),
                                    block.minutes(),
                                    block.title(),
                                    block.lead(),
                                    track.name(),
                                    "",
                                    false));
                }
            }
        }
        return new PictureView(
                WeekGrid.of(tiles),
                "%d groups and %.1f hours a week, %d dated sessions in %d weeks"
                        .formatted(
                                blocks, minutes / 60.0, blocks * SetupPlan.WEEKS, SetupPlan.WEEKS));
    }

    private List<StepView.Fact> facts(SetupPlan plan) {
        var facts = new ArrayList<StepView.Fact>();
        facts.add(new StepView.Fact("Program", plan.programName() + " at " + plan.siteName()));
        for (var track : plan.tracks()) {
            var first = track.blocks().getFirst();
            facts.add(
                    new StepView.Fact(
                            track.name(),
                            "%s, %s groups from %s · %s%s · %s"
                                    .formatted(
                                            first.rule().sentence(),
                                            track.blocks().size(),
                                            first.starts(),
                                            first.lead().isEmpty() ? "nobody leads" : first.lead(),
                                            first.with() == null ? "" : " with " + first.with(),
                                            Objects.requireNonNullElse(first.room(), "by video"))));
        }
        if (!plan.newPeople().isEmpty()) {
            facts.add(
                    new StepView.Fact(
                            "New people",
                            String.join(
                                    ", ",
                                    plan.newPeople().stream()
                                            .map(one -> one.name() + ", " + one.credential())
                                            .toList())));
        }
        plan.agreements()
                .forEach(one ->
                        facts.add(
                                new StepView.Fact(
                                        "Contract from the first day",
                                        one.payer() + " · " + one.ruleSet())));
        facts.add(
                new StepView.Fact(
                        "Curriculum",
                        plan.teaches()
                                ? curricula.curriculum().modules().size()
                                        + " modules, one a week, in the skills groups"
                                : "not laid over the weeks"));
        return facts;
    }

    private static List<StepView.PayerRow> payerRows(Form form) {
        return IntStream.rangeClosed(1, Agreement.MOST)
                .mapToObj(number ->
                        new StepView.PayerRow(
                                number,
                                form.choices(
                                        "payerRules" + number, "Choose its rules", ruleSets())))
                .toList();
    }

    private static Map<String, String> ruleSets() {
        var ruleSets = new LinkedHashMap<String, String>();
        LIBRARY.ids().forEach(id -> ruleSets.put(id, id));
        return ruleSets;
    }

    private List<String> contracts(Permit permit) {
        return access.decide(permit.actor(), Action.CONTRACT_VIEW, Permit.Purpose.OPERATIONS, null)
                .map(view ->
                        payers.contracts(view).stream()
                                .map(one ->
                                        payers.one(view, one.payer()).details().name()
                                                + " · "
                                                + one.details().ruleSet())
                                .distinct()
                                .toList())
                .orElse(List.of());
    }

    MadeView made(Permit permit, Draft draft, String refusal) {
        var view =
                access.decide(permit.actor(), Action.SESSION_VIEW, Permit.Purpose.OPERATIONS, null);
        List<StepView.Fact> made =
                view.map(it ->
                                tracks.all(it).stream()
                                        .filter(track -> track.program().equals(draft.program()))
                                        .map(track ->
                                                new StepView.Fact(
                                                        track.name(),
                                                        "/tracks/" + track.id().value()))
                                        .toList())
                        .orElse(List.of());
        return new MadeView(
                "/settings/setup/" + draft.id(),
                draft.answer("name"),
                made,
                draft.undone(),
                refusal);
    }
}
