package care.trellis.placement.web;

import care.trellis.base.Ids;
import care.trellis.engine.placement.Figures;
import care.trellis.engine.placement.Place;
import care.trellis.organizations.HomeTime;
import care.trellis.placement.Waiting;
import care.trellis.web.Form;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says how far the search of a desk is, and what it comes to. */
@Component
class DeskSearch {

    private final HomeTime home;
    private final Clock clock;

    DeskSearch(HomeTime home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    DeskView.Searching of(String path, DeskFacts facts) {
        var search = facts.search().orElse(null);
        var taken = facts.acceptances().stream().filter(it -> !it.undone()).findFirst();
        long changes = facts.now().stays().keySet().stream().filter(facts::changes).count();
        var state =
                search == null
                        ? "none"
                        : switch (search.state()) {
                            case RUNNING -> "running";
                            case FAILED -> "failed";
                            case FINISHED ->
                                    facts.proposal().isEmpty()
                                            ? "none"
                                            : changes > 0
                                                    ? "ready"
                                                    : taken.isPresent() ? "taken" : "nothing";
                        };
        return new DeskView.Searching(
                state,
                headline(facts, state),
                detail(facts, state),
                search == null
                        ? 0
                        : (int)
                                Math.clamp(
                                        Duration.between(search.startedAt(), clock.instant())
                                                .toSeconds(),
                                        0,
                                        search.seconds()),
                search == null ? 0 : search.seconds(),
                search == null ? "" : search.id().toString(),
                Form.empty().key().toString(),
                Ids.next().toString(),
                home.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).toString(),
                taken.map(it -> path + "/acceptances/" + it.id() + "/undo").orElse(""),
                taken.map(it ->
                                "%s placed from %s by %s."
                                        .formatted(
                                                it.clients().size() == 1
                                                        ? "One person"
                                                        : it.clients().size() + " people",
                                                PlacementWords.date(it.from()),
                                                it.by()))
                        .orElse(""));
    }

    private static String headline(DeskFacts facts, String state) {
        long newPlaces =
                facts.now().stays().keySet().stream()
                        .filter(it -> facts.changes(it) && !facts.before().containsKey(it))
                        .count();
        long moves =
                facts.now().stays().keySet().stream()
                        .filter(it -> facts.changes(it) && facts.before().containsKey(it))
                        .count();
        long waits = facts.waiting().stream().filter(Waiting::admitted).count();
        return switch (state) {
            case "ready" ->
                    "A place for %d of %d who wait%s"
                            .formatted(
                                    newPlaces,
                                    waits,
                                    moves == 0
                                            ? ""
                                            : moves == 1
                                                    ? ", and one move"
                                                    : ", and " + moves + " moves");
            case "nothing" -> "No better place was found for anybody";
            case "running" -> "Looking for places";
            case "failed" -> "The search did not come to an end";
            case "taken" -> "All of the proposal was taken";
            default -> "Nothing is proposed yet";
        };
    }

    private static String detail(DeskFacts facts, String state) {
        var search = facts.search().orElse(null);
        return switch (state) {
            case "ready" -> {
                int now = minutes(facts, facts.before());
                int then = minutes(facts, facts.after());
                var byHand = search == null ? null : search.byHand();
                int more = byHand == null ? 0 : then - byHand;
                yield "%s of care a week more than now%s. Nothing changes until you take it."
                        .formatted(
                                PlacementWords.hours(then - now),
                                more > 0
                                        ? ", and "
                                                + PlacementWords.hours(more)
                                                + " more than by going down the list"
                                        : "");
            }
            case "running" ->
                    search == null || search.people() == 0
                            ? "It goes on by itself; you can leave this page."
                            : "The best so far gives %s of care a week to %d people."
                                    .formatted(
                                            PlacementWords.hours(search.minutes()),
                                            search.people());
            case "failed" -> "Propose again. If it fails once more, tell your administrator.";
            case "nothing" -> "Each card says what would have to change.";
            case "taken" -> "Who was placed is off the waiting list.";
            default ->
                    "The optimizer weighs hours, times, level, language, payers, room and who must not meet. You decide.";
        };
    }

    private static int minutes(DeskFacts facts, Map<String, Place> places) {
        return Figures.of(facts.now().question(), places).minutes();
    }
}
