package care.trellis.placement;

import care.trellis.engine.placement.Group;
import care.trellis.engine.placement.Limit;
import care.trellis.engine.placement.Modality;
import care.trellis.engine.placement.Payer;
import care.trellis.engine.placement.Window;
import care.trellis.sessions.Block;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.Track;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says in the optimizer's words what there is to sit in: tracks, their groups, and their limits.
 */
@Component
class SituationSeats {

    private static final int WEEKS_AHEAD = 4;

    /** Below this a group hardly works as one; above this many of one kind the mix suffers. */
    private static final int LEAST = 4;

    private static final int MOST_ALIKE = 8;

    private final SituationRecords records;
    private final Rules rules;

    SituationSeats(SituationRecords records, Rules rules) {
        this.records = records;
        this.rules = rules;
    }

    /** The tracks with a week, each group with what limits it. */
    List<care.trellis.engine.placement.Track> tracks(List<Track> mine, LocalDate today) {
        var terms = records.terms();
        var chairs = records.chairs();
        var credentials = records.credentials();
        var books = rules.on(today);
        var contracts = contracts();
        var levels = records.levels();
        var taught = records.taught(today, today.plusWeeks(WEEKS_AHEAD));
        return mine.stream()
                .map(track -> {
                    var asked = terms.getOrDefault(track.id(), TrackTerms.USUAL);
                    var licence = books.licence(track.program());
                    var groups =
                            track.blocks().stream()
                                    .map(block -> {
                                        var limits = new ArrayList<Limit>();
                                        limit(limits, Limit.Kind.PROGRAM, asked.seats());
                                        var room = block.plan().room();
                                        limit(
                                                limits,
                                                Limit.Kind.ROOM,
                                                room == null ? null : chairs.get(room.value()));
                                        licence.ifPresent(book ->
                                                book.mostInGroup()
                                                        .ifPresent(most ->
                                                                limit(
                                                                        limits,
                                                                        Limit.Kind.LICENCE,
                                                                        most)));
                                        return group(
                                                block,
                                                uncounted(
                                                        books,
                                                        contracts,
                                                        track,
                                                        block.plan(),
                                                        today),
                                                limits,
                                                credentials,
                                                taught.getOrDefault(track.id(), Map.of())
                                                        .getOrDefault(block.day(), Set.of()));
                                    })
                                    .toList();
                    return new care.trellis.engine.placement.Track(
                            track.id().value().toString(),
                            track.name(),
                            levels.getOrDefault(track.program(), "IOP"),
                            "here",
                            asked.language(),
                            asked.youngest(),
                            asked.oldest(),
                            asked.reservedFor(),
                            groups);
                })
                .toList();
    }

    private static void limit(List<Limit> limits, Limit.Kind kind, @Nullable Integer people) {
        if (people != null) {
            limits.add(new Limit(kind, people));
        }
    }

    /** Those who pay under a contract, and whoever pays for themselves. */
    private List<String> contracts() {
        return Stream.concat(
                        Stream.of(""),
                        records.agreed().stream().map(SituationRecords.Agreed::contract))
                .toList();
    }

    /** Under which contracts the group would not be counted, by the rule that says so. */
    private static Map<String, String> uncounted(
            Rules.Books books,
            List<String> contracts,
            Track track,
            BlockPlan plan,
            LocalDate today) {
        var uncounted = new HashMap<String, String>();
        for (var contract : contracts) {
            books.meeting(contract, track.program(), plan.serviceType(), plan.modality(), today)
                    .filter(rule -> !rule.allows())
                    .ifPresent(rule -> uncounted.put(contract, rule.says()));
        }
        return uncounted;
    }

    private static Group group(
            Block block,
            Map<String, String> uncounted,
            List<Limit> limits,
            Map<UUID, Set<String>> credentials,
            Set<String> modules) {
        var plan = block.plan();
        int from = plan.starts().toSecondOfDay() / 60;
        var coLead = plan.coLead();
        return new Group(
                block.id() + "/" + block.day().getValue(),
                new Window(block.day(), from, Math.min(1440, from + plan.minutes())),
                Modality.valueOf(plan.modality().name()),
                uncounted,
                Stream.of(
                                credentials.getOrDefault(plan.lead().value(), Set.of()),
                                coLead == null
                                        ? Set.<String>of()
                                        : credentials.getOrDefault(coLead.value(), Set.of()))
                        .flatMap(Collection::stream)
                        .collect(Collectors.toSet()),
                limits,
                LEAST,
                MOST_ALIKE,
                modules);
    }

    /** Whoever pays, with what its rules ask of a group today. */
    List<Payer> payers(LocalDate today) {
        var books = rules.on(today);
        return records.agreed().stream()
                .flatMap(agreed ->
                        books
                                .payer(agreed.contract())
                                .map(book ->
                                        new Payer(
                                                agreed.contract(),
                                                agreed.payer(),
                                                book.mostInGroup().orElse(0),
                                                book.groupLeaders()))
                                .stream())
                .toList();
    }
}
