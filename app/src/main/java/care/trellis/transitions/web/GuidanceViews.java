package care.trellis.transitions.web;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.organizations.LevelOfCare;
import care.trellis.sessions.Block;
import care.trellis.sessions.Track;
import care.trellis.transitions.Guidance;
import care.trellis.transitions.Guidances;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lays out the signs, and writes next steps into the form: a start that staff change or leave. */
@Component
class GuidanceViews {

    /** A step holds two weeks before the next, so that scores can answer it. */
    private static final int WEEKS_BETWEEN = 2;

    private final Guidances guidances;

    GuidanceViews(Guidances guidances) {
        this.guidances = guidances;
    }

    GuidanceView view(Permit permit, ClientId client, LevelOfCare level) {
        var guidance = guidances.of(permit, client);
        var way = possible(guidance.way(), level);
        var path = "/clients/" + client.value() + "/level?start=";
        return new GuidanceView(
                switch (guidance.way()) {
                    case UP -> "Signs for more care: look at them today";
                    case DOWN -> "The record speaks for a step down, if supports are confirmed";
                    case HOLD -> "The record speaks for going on as it is";
                },
                switch (guidance.way()) {
                    case UP -> Tone.BAD;
                    case DOWN -> Tone.GOOD;
                    case HOLD -> Tone.INFO;
                },
                guidance.up().stream().map(it -> sign(it, true)).toList(),
                guidance.down().stream().map(it -> sign(it, false)).toList(),
                switch (way) {
                    case UP -> path + "up";
                    case DOWN -> path + "down";
                    case HOLD -> "";
                },
                way == Guidance.Way.UP
                        ? "Fill in a step up"
                        : "Fill in a taper, each step two weeks");
    }

    private static Guidance.Way possible(Guidance.Way way, LevelOfCare level) {
        boolean end =
                way == Guidance.Way.UP && level == LevelOfCare.PHP
                        || way == Guidance.Way.DOWN && level == LevelOfCare.OP;
        return end ? Guidance.Way.HOLD : way;
    }

    private static GuidanceView.Sign sign(Guidance.Sign sign, boolean up) {
        return switch (sign.standing()) {
            case HOLDS ->
                    new GuidanceView.Sign(
                            sign.rule(),
                            sign.evidence(),
                            up ? "warning" : "check",
                            "Holds",
                            up ? Tone.BAD : Tone.GOOD);
            case DOES_NOT_HOLD ->
                    new GuidanceView.Sign(
                            sign.rule(), sign.evidence(), "cross", "Does not hold", Tone.NEUTRAL);
            case NOT_KNOWN ->
                    new GuidanceView.Sign(
                            sign.rule(), sign.evidence(), "clock", "Not known", Tone.WATCH);
            case ASK ->
                    new GuidanceView.Sign(
                            sign.rule(), sign.evidence(), "person", "You say", Tone.INFO);
        };
    }

    /** Writes next steps into a form: up to the whole week, or down in steps of two weeks. */
    static Form start(String way, Form form, LevelOfCare level, List<Track> mine, LocalDate today) {
        var track = mine.stream().findFirst();
        var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return switch (way) {
            case "up" -> {
                var next = level == LevelOfCare.OP ? LevelOfCare.IOP : LevelOfCare.PHP;
                yield step(cleared(form, 1), 0, monday, next, track, 7);
            }
            case "down" -> {
                boolean php = level == LevelOfCare.PHP;
                var first =
                        step(
                                cleared(form, 2),
                                0,
                                monday,
                                php ? LevelOfCare.IOP : LevelOfCare.OP,
                                track,
                                php ? 3 : 2);
                yield step(
                        first,
                        1,
                        monday.plusWeeks(WEEKS_BETWEEN),
                        LevelOfCare.OP,
                        track,
                        php ? 2 : 1);
            }
            default -> form;
        };
    }

    private static Form cleared(Form form, int steps) {
        return Form.empty().with("steps", steps).with("program", form.value("program"));
    }

    private static Form step(
            Form form, int i, LocalDate from, LevelOfCare level, Optional<Track> track, int most) {
        var days =
                track.stream()
                        .flatMap(it -> it.blocks().stream())
                        .map(Block::day)
                        .distinct()
                        .sorted()
                        .limit(most)
                        .toList();
        int minutes =
                track.stream()
                        .flatMap(it -> it.blocks().stream())
                        .filter(block -> days.contains(block.day()))
                        .mapToInt(block -> block.plan().minutes())
                        .sum();
        form.with("from" + i, from)
                .with("level" + i, level)
                .with(
                        "hours" + i,
                        BigDecimal.valueOf(minutes)
                                .divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString());
        track.ifPresent(
                it -> days.forEach(day -> form.with("days" + i, LevelForm.box(it.id(), day))));
        return form;
    }
}
