package care.trellis.board;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.web.Frame;
import care.trellis.web.Tab;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The day board, the week board and the sign-in sheet. */
@Controller
class BoardController {

    private final Boards boards;
    private final Access access;

    BoardController(Boards boards, Access access) {
        this.boards = boards;
        this.access = access;
    }

    /** The board of the first site that the reader works at. */
    @GetMapping("/board")
    @Requires(Action.BOARD_VIEW)
    ModelAndView first(Permit permit, Frame frame) {
        return toFirstSite(permit, frame, "");
    }

    /** The same for the week. */
    @GetMapping("/board/week")
    @Requires(Action.BOARD_VIEW)
    ModelAndView firstWeek(Permit permit, Frame frame) {
        return toFirstSite(permit, frame, "/week");
    }

    @GetMapping("/board/{site}")
    @Requires(value = Action.BOARD_VIEW, site = "site")
    @Transactional
    ModelAndView day(
            Permit permit,
            Frame frame,
            @PathVariable UUID site,
            @RequestParam @Nullable LocalDate date,
            @RequestParam Map<String, String> sent) {
        var filter = Filter.of(sent);
        long since = System.currentTimeMillis();
        var day = boards.day(permit, site, date);
        var around = boards.neighbours(permit, site, day.date());
        var view = new DayViews(day).board(filter, around.getFirst(), around.getLast(), since);
        return new ModelAndView(
                "board/board",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        view,
                        "eyebrow",
                        eyebrow(Words.DAY.format(day.date()), day),
                        "sites",
                        sites(permit, site, ""),
                        "planPath",
                        planPath(permit, site, day.date()),
                        "absentPath",
                        access.mayByRole(permit.actor(), Action.MESSAGE_SEND)
                                        && day.date().equals(day.today())
                                ? "/board/%s/absent".formatted(site)
                                : ""));
    }

    /** Where a session of one client is planned; empty for a reader who may not. */
    private String planPath(Permit permit, UUID site, LocalDate day) {
        return access.mayByRole(permit.actor(), Action.SESSION_EDIT)
                ? "/sessions/new?site=%s&date=%s".formatted(site, day)
                : "";
    }

    @GetMapping("/board/{site}/week")
    @Requires(value = Action.BOARD_VIEW, site = "site")
    @Transactional
    ModelAndView week(
            Permit permit,
            Frame frame,
            @PathVariable UUID site,
            @RequestParam @Nullable LocalDate date,
            @RequestParam Map<String, String> sent) {
        var filter = Filter.of(sent);
        long since = System.currentTimeMillis();
        var week = boards.week(permit, site, date);
        return new ModelAndView(
                "board/week",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new WeekViews(week).board(filter, since),
                        "eyebrow",
                        eyebrow("Week of " + Words.DAY.format(week.monday()), week),
                        "sites",
                        sites(permit, site, "/week")));
    }

    /** Paper for the day the network is down. */
    @GetMapping("/board/{site}/sheet")
    @Requires(value = Action.BOARD_VIEW, site = "site")
    ModelAndView sheet(
            Permit permit,
            Frame frame,
            @PathVariable UUID site,
            @RequestParam @Nullable LocalDate date) {
        var day = boards.day(permit, site, date);
        var zone = day.site().zone();
        return new ModelAndView(
                "board/sheet",
                Map.of(
                        "frame",
                        frame,
                        "sheet",
                        new SheetView(
                                Words.DAY.format(day.date()),
                                day.site().name(),
                                day.groups().stream()
                                        .filter(group -> !group.cancelled())
                                        .map(group ->
                                                Words.time(group.startsAt(), zone)
                                                        + " "
                                                        + group.title())
                                        .toList(),
                                day.people().stream()
                                        .map(person ->
                                                Words.name(person.givenName(), person.familyName()))
                                        .toList())));
    }

    private ModelAndView toFirstSite(Permit permit, Frame frame, String ending) {
        var sites = boards.sites(permit);
        return sites.isEmpty()
                ? new ModelAndView("board/empty", Map.of("frame", frame))
                : new ModelAndView("redirect:/board/" + sites.getFirst().id() + ending);
    }

    private static String eyebrow(String when, BoardDay day) {
        return when + " · " + day.site().name();
    }

    private List<Tab> sites(Permit permit, UUID here, String ending) {
        var sites = boards.sites(permit);
        return sites.size() < 2
                ? List.of()
                : sites.stream()
                        .map(site ->
                                new Tab(
                                        site.name(),
                                        "/board/" + site.id() + ending,
                                        site.id().equals(here)))
                        .toList();
    }
}
