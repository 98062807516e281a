package care.trellis.sessions;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A calendar in the words of RFC 5545. It says that somebody has an appointment and when, and
 * nothing of what it is: no title, no program, no name. A series is one entry with its rule; a date
 * that was changed carries the same UID with a RECURRENCE-ID. Zones are written out for the years
 * that the entries lie in.
 */
final class FeedText {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();
    private final UUID feed;
    private final Instant now;

    private FeedText(UUID feed, Instant now) {
        this.feed = feed;
        this.now = now;
    }

    /**
     * The calendar of these sessions.
     *
     * @param feed keeps the UIDs of one calendar apart from those of any other
     */
    static String of(UUID feed, List<FeedEntry> entries, Instant now) {
        return new FeedText(feed, now).write(entries);
    }

    private String write(List<FeedEntry> entries) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Calendar//Calendar//EN");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("X-WR-CALNAME:Calendar");
        line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        entries.stream().collect(Collectors.groupingBy(FeedEntry::zone)).forEach(this::zone);
        var series = new LinkedHashMap<UUID, List<FeedEntry>>();
        for (var entry : entries) {
            series.computeIfAbsent(
                            entry.series() == null ? entry.session() : entry.series(),
                            first -> new ArrayList<>())
                    .add(entry);
        }
        series.forEach((id, dates) -> {
            if (dates.getFirst().series() == null) {
                single(uid(id), dates.getFirst());
            } else {
                repeated(uid(id), dates);
            }
        });
        line("END:VCALENDAR");
        return text.toString();
    }

    private void repeated(String uid, List<FeedEntry> dates) {
        var one = dates.getFirst();
        var rule = Objects.requireNonNull(one.rule());
        var planned = Objects.requireNonNull(one.planned());
        var slots = new TreeSet<LocalDate>();
        dates.forEach(date -> slots.add(Objects.requireNonNull(date.slot())));
        var said = new TreeSet<>(rule.dates(slots.first(), slots.first(), slots.last()));
        var first = said.stream().filter(slots::contains).findFirst();
        if (first.isEmpty()) {
            dates.forEach(date -> single(uid(date.session()), date));
            return;
        }
        var zone = one.zone();
        line("BEGIN:VEVENT");
        line("UID:" + uid);
        line("DTSTAMP:" + UTC.format(now));
        line("DTSTART" + local(first.get().atTime(planned), zone));
        line("DURATION:PT" + one.minutes() + "M");
        var last = SessionCalendar.on(said.last(), planned, one.minutes(), zone).startsAt();
        line(
                "RRULE:"
                        + rule.rule().replaceAll(";(UNTIL|COUNT)=[^;]*", "")
                        + ";UNTIL="
                        + UTC.format(last));
        said.tailSet(first.get()).stream()
                .filter(date -> !slots.contains(date))
                .forEach(date -> line("EXDATE" + local(date.atTime(planned), zone)));
        slots.stream()
                .filter(date -> !said.contains(date) || date.isBefore(first.get()))
                .forEach(date -> line("RDATE" + local(date.atTime(planned), zone)));
        words(one.place());
        line("END:VEVENT");
        dates.stream()
                .filter(date -> !date.asPlanned())
                .forEach(date -> {
                    line("BEGIN:VEVENT");
                    line("UID:" + uid);
                    line("DTSTAMP:" + UTC.format(now));
                    line(
                            "RECURRENCE-ID"
                                    + local(
                                            Objects.requireNonNull(date.slot()).atTime(planned),
                                            zone));
                    times(date);
                    words(date.place());
                    line("END:VEVENT");
                });
    }

    private void single(String uid, FeedEntry entry) {
        line("BEGIN:VEVENT");
        line("UID:" + uid);
        line("DTSTAMP:" + UTC.format(now));
        times(entry);
        words(entry.place());
        line("END:VEVENT");
    }

    private void times(FeedEntry entry) {
        line(
                "DTSTART"
                        + local(
                                LocalDateTime.ofInstant(entry.startsAt(), entry.zone()),
                                entry.zone()));
        line("DURATION:PT" + Duration.between(entry.startsAt(), entry.endsAt()).toMinutes() + "M");
    }

    private void words(String place) {
        line("SUMMARY:Appointment");
        if (!place.isEmpty()) {
            line(
                    "LOCATION:"
                            + place.replace("\\", "\\\\")
                                    .replace(";", "\\;")
                                    .replace(",", "\\,")
                                    .replace("\n", " "));
        }
        line("CLASS:PRIVATE");
    }

    private void zone(ZoneId zone, List<FeedEntry> entries) {
        var from =
                entries.stream()
                        .map(FeedEntry::startsAt)
                        .min(Comparator.naturalOrder())
                        .orElse(now)
                        .minus(Duration.ofDays(400));
        var to =
                entries.stream()
                        .map(FeedEntry::endsAt)
                        .max(Comparator.naturalOrder())
                        .orElse(now)
                        .plus(Duration.ofDays(400));
        line("BEGIN:VTIMEZONE");
        line("TZID:" + zone.getId());
        var rules = zone.getRules();
        var next = rules.nextTransition(from);
        if (next == null || next.getInstant().isAfter(to)) {
            var offset = rules.getOffset(from);
            observance(false, offset, offset, LocalDateTime.of(1970, 1, 1, 0, 0));
        }
        for (ZoneOffsetTransition change = next;
                change != null && change.getInstant().isBefore(to);
                change = rules.nextTransition(change.getInstant())) {
            observance(
                    rules.isDaylightSavings(change.getInstant()),
                    change.getOffsetBefore(),
                    change.getOffsetAfter(),
                    change.getDateTimeBefore());
        }
        line("END:VTIMEZONE");
    }

    private void observance(
            boolean daylight, ZoneOffset before, ZoneOffset after, LocalDateTime at) {
        var name = daylight ? "DAYLIGHT" : "STANDARD";
        line("BEGIN:" + name);
        line("DTSTART:" + LOCAL.format(at));
        line("TZOFFSETFROM:" + offset(before));
        line("TZOFFSETTO:" + offset(after));
        line("END:" + name);
    }

    private static String offset(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        return "%s%02d%02d"
                .formatted(offset.getTotalSeconds() < 0 ? "-" : "+", minutes / 60, minutes % 60);
    }

    private static String local(LocalDateTime at, ZoneId zone) {
        return ";TZID=" + zone.getId() + ":" + LOCAL.format(at);
    }

    private String uid(UUID id) {
        return UUID.nameUUIDFromBytes((feed + " " + id).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Lines end in CRLF and are folded after 75 octets (RFC 5545, 3.1). */
    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int point = content.codePointAt(i);
            int size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > 75) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(point);
            octets += size;
            i += Character.charCount(point);
        }
        text.append("\r\n");
    }
}
