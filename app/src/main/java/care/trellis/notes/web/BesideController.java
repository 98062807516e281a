package care.trellis.notes.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.episodes.Score;
import care.trellis.episodes.Scores;
import care.trellis.notes.NoteSide;
import care.trellis.notes.Notes;
import care.trellis.safety.Flag;
import care.trellis.safety.Flags;
import care.trellis.sessions.SessionId;
import care.trellis.web.Fact;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What stands beside the line that somebody works in. */
@Controller
@RequestMapping("/sessions/{session}/note/lines/{client}/beside")
class BesideController {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);

    private final Notes notes;
    private final Scores scores;
    private final Flags flags;
    private final Access access;
    private final List<NoteSide> sides;

    BesideController(Notes notes, Scores scores, Flags flags, Access access, List<NoteSide> sides) {
        this.notes = notes;
        this.scores = scores;
        this.flags = flags;
        this.access = access;
        this.sides = sides;
    }

    @GetMapping
    @Requires(value = Action.NOTE_VIEW, session = "session")
    ModelAndView beside(
            Permit permit, @PathVariable SessionId session, @PathVariable ClientId client) {
        var beside = notes.beside(permit, session, client);
        return new ModelAndView(
                "notes/group/beside",
                Map.of(
                        "view",
                        new BesideView(
                                beside.givenName(),
                                "/clients/" + client.value(),
                                facts(permit, beside.day(), client),
                                beside.before().stream()
                                        .map(it ->
                                                new BesideView.Before(
                                                        DAY.format(it.day()), it.text()))
                                        .toList())));
    }

    private List<Fact> facts(Permit permit, LocalDate day, ClientId client) {
        var facts = new ArrayList<Fact>();
        may(permit, Action.SAFETY_VIEW, client)
                .ifPresent(allowed ->
                        flags.of(allowed, client).stream()
                                .filter(Flag::isOpen)
                                .forEach(flag ->
                                        facts.add(
                                                new Fact(
                                                        "Safety",
                                                        flag.kind().label()
                                                                + ", "
                                                                + flag.level().label(),
                                                        "/clients/"
                                                                + client.value()
                                                                + "/safety"))));
        sides.forEach(side -> facts.addAll(side.facts(permit.actor(), client, day)));
        may(permit, Action.CLIENT_VIEW, client)
                .ifPresent(allowed -> facts.addAll(lastScores(scores.of(allowed, client))));
        return facts;
    }

    private Optional<Permit> may(Permit permit, Action action, ClientId client) {
        return access.decide(
                permit.actor(),
                action,
                Permit.Purpose.TREATMENT,
                new Resource(Resource.Kind.CLIENT, client.value()));
    }

    /** The last total of each questionnaire, and where it moved. */
    private static List<Fact> lastScores(List<Score> scores) {
        var last = new LinkedHashMap<String, Score>();
        var words = new LinkedHashMap<String, String>();
        for (Score score : scores) {
            var before = last.put(score.instrument(), score);
            words.put(
                    score.instrument(),
                    before == null || before.total() == score.total()
                            ? String.valueOf(score.total())
                            : score.total()
                                    + (score.total() < before.total() ? " ↓ " : " ↑ ")
                                    + "from "
                                    + before.total());
        }
        return words.entrySet().stream().map(it -> new Fact(it.getKey(), it.getValue())).toList();
    }
}
