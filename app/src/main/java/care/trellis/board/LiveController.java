package care.trellis.board;

import care.trellis.access.LiveNews;
import care.trellis.attendance.Attendance;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.base.news.Change;
import care.trellis.sessions.Sessions;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Pushes what changed to open boards: event {@code board}, whose data are the changed rows, cards
 * and figures as htmx puts them in place. Where a roster changed or changes may have been missed,
 * the page is told to load its board again.
 */
@Controller
class LiveController {

    /** Changes that move nothing but marks and the counts of them. */
    private static final Set<String> MARKS = Set.of(Attendance.TOPIC, BoardNews.NOTES);

    private final Boards boards;
    private final LiveNews live;
    private final TemplateEngine templates;

    LiveController(Boards boards, LiveNews live, TemplateEngine templates) {
        this.boards = boards;
        this.live = live;
        this.templates = templates;
    }

    @GetMapping(path = "/board/{site}/live", produces = "text/event-stream")
    @Requires(value = Action.BOARD_VIEW, site = "site")
    SseEmitter day(
            Permit permit,
            @PathVariable UUID site,
            @RequestParam LocalDate date,
            @RequestParam long since,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "1") int columns,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        var filter = Filter.of(sent);
        return open(
                new Stream(permit, site, date, false, columns, filter, new AtomicReference<>()),
                last == null ? since : last);
    }

    @GetMapping(path = "/board/{site}/week/live", produces = "text/event-stream")
    @Requires(value = Action.BOARD_VIEW, site = "site")
    SseEmitter week(
            Permit permit,
            @PathVariable UUID site,
            @RequestParam LocalDate date,
            @RequestParam long since,
            @RequestParam Map<String, String> sent,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        var filter = Filter.of(sent);
        return open(
                new Stream(permit, site, date, true, 0, filter, new AtomicReference<>()),
                last == null ? since : last);
    }

    /**
     * One open board.
     *
     * @param columns session columns of its table
     * @param day what the screen shows, read at the first change and kept current by each, so that
     *     a push reads what changed and no more; empty on the week board
     */
    private record Stream(
            Permit permit,
            UUID site,
            LocalDate date,
            boolean week,
            int columns,
            Filter filter,
            AtomicReference<@Nullable BoardDay> day) {}

    private SseEmitter open(Stream stream, long since) {
        return live.open(
                stream.permit,
                "board",
                Instant.ofEpochMilli(since),
                changes -> render(stream, changes));
    }

    private String render(Stream stream, List<Change> changes) {
        var topics = new LinkedHashSet<String>();
        var ids = new LinkedHashSet<UUID>();
        changes.forEach(change -> {
            topics.add(change.topic());
            ids.addAll(change.ids());
        });
        if (topics.contains(Change.MISSED) || topics.contains(Sessions.ROSTER)) {
            return reload(stream);
        }
        return stream.week ? weekRows(stream, ids) : dayChanges(stream, topics, ids);
    }

    private String reload(Stream stream) {
        stream.day.set(null);
        var path =
                "/board/%s%s?date=%s%s"
                        .formatted(
                                stream.site,
                                stream.week ? "/week" : "",
                                stream.date,
                                stream.filter.query());
        return rendered("board/reload.jte", Map.of("path", path));
    }

    /** A mark or a signature changes marks; whatever else is heard changes rows. */
    private String dayChanges(Stream stream, Set<String> topics, Set<UUID> ids) {
        var known = stream.day.get();
        boolean marksOnly = MARKS.containsAll(topics);
        BoardDay day;
        if (known == null) {
            day = boards.open(stream.permit, stream.site, stream.date);
        } else {
            day = boards.seated(stream.permit, known, ids);
            day = marksOnly ? day : boards.known(stream.permit, day, ids);
        }
        stream.day.set(day);
        var views = new DayViews(day);
        int columns = marksOnly ? 0 : Math.max(stream.columns, views.columns());
        var html = new StringBuilder();
        for (var person : day.people()) {
            if (ids.contains(person.id())) {
                html.append(
                        marksOnly
                                ? marks(views, person, ids)
                                : oob("board/row.jte", "row", views.row(person, columns)));
            }
        }
        for (var group : day.groups()) {
            if (ids.contains(group.id())) {
                html.append(oob("board/session.jte", "session", views.card(group)));
            }
        }
        return html.isEmpty()
                ? ""
                : html.append(oob("board/headcount.jte", "headcount", views.headcount()))
                        .toString();
    }

    private String marks(DayViews views, RowRecords.Person person, Set<UUID> sessions) {
        var name = Words.name(person.givenName(), person.familyName());
        return views.marks(person.id(), sessions).stream()
                .map(cell ->
                        rendered("board/cell.jte", Map.of("cell", cell, "name", name, "oob", true)))
                .collect(Collectors.joining());
    }

    private String weekRows(Stream stream, Set<UUID> ids) {
        var week = boards.some(stream.permit, stream.site, stream.date, true, ids);
        var views = new WeekViews(week);
        var html = new StringBuilder();
        for (var person : week.people()) {
            html.append(oob("board/weekRow.jte", "row", views.row(person)));
        }
        return html.toString();
    }

    private String oob(String template, String name, Object view) {
        return rendered(template, Map.of(name, view, "oob", true));
    }

    private String rendered(String template, Map<String, Object> model) {
        var html = new StringOutput();
        templates.render(template, model, html);
        return html.toString();
    }
}
