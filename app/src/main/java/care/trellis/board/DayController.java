package care.trellis.board;

import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.web.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What is behind one day of a client on the week board. */
@Controller
class DayController {

    private final Boards boards;

    DayController(Boards boards) {
        this.boards = boards;
    }

    @GetMapping("/board/{site}/clients/{client}/days/{date}")
    @Requires(value = Action.BOARD_VIEW, site = "site")
    ModelAndView day(
            Permit permit,
            @PathVariable UUID site,
            @PathVariable UUID client,
            @PathVariable LocalDate date) {
        var day = boards.some(permit, site, date, false, List.of(client));
        var person = day.people().stream().findFirst().orElseThrow(NotFound::new);
        var facts = new ArrayList<Fact>();
        for (var place : day.placedByClient().getOrDefault(client, List.of())) {
            var group = place.group();
            int minutes = place.seat().mark().minutes(group.startsAt(), group.endsAt(), day.now());
            facts.add(
                    new Fact(
                            Words.time(group.startsAt(), day.site().zone()) + " " + group.title(),
                            minutes == 0
                                    ? place.mark().word()
                                    : place.mark().word() + ", " + minutes + " min",
                            "/sessions/" + group.id()));
        }
        var kept =
                day.ledger().getOrDefault(client, List.of()).stream()
                        .filter(one -> one.date().equals(date))
                        .findFirst();
        kept.ifPresent(one -> {
            facts.add(new Fact("Countable", one.countable() + " min"));
            if (!one.fix().isEmpty()) {
                facts.add(new Fact("Smallest fix", one.fix()));
            }
        });
        return new ModelAndView(
                "board/detail",
                "detail",
                new CellDetail(
                        Words.DAY.format(date),
                        Words.name(person.givenName(), person.familyName()),
                        "week-" + client,
                        List.of(),
                        facts,
                        List.of(),
                        List.of(),
                        kept.isPresent() ? "/ledger/%s/%s".formatted(client, date) : ""));
    }
}
