package care.trellis.placement;

import static care.trellis.base.Action.LEDGER_VIEW;
import static care.trellis.base.Action.MAKE_UP_OFFER;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.engine.placement.Limit;
import care.trellis.engine.rulebook.MeetingRule;
import care.trellis.engine.rulebook.Rulebook;
import care.trellis.organizations.HomeTime;
import care.trellis.sessions.Modality;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds sessions that can make up for a missed one: still to come this week, at the client's site
 * and level of care, with a free seat by room, licence, payers and program, without a clash,
 * meeting in a way that the payer and the licence count, on a day the payer approved, with nobody
 * whom they must not meet.
 */
@Component
public class MakeUpFinder {

    /** What stands where nobody set a limit: more than any room holds. */
    private static final int NO_LIMIT = 99;

    private final MakeUpRecords records;
    private final SituationRecords situations;
    private final WaitingRecords waitings;
    private final PairRecords pairs;
    private final Rules rules;
    private final HomeTime home;
    private final Clock clock;

    MakeUpFinder(
            MakeUpRecords records,
            SituationRecords situations,
            WaitingRecords waitings,
            PairRecords pairs,
            Rules rules,
            HomeTime home,
            Clock clock) {
        this.records = records;
        this.situations = situations;
        this.waitings = waitings;
        this.pairs = pairs;
        this.rules = rules;
        this.home = home;
        this.clock = clock;
    }

    /** What the client could come to in the week that begins on this Monday, the soonest first. */
    @Transactional(readOnly = true)
    public MakeUps find(Permit permit, ClientId client, LocalDate monday) {
        permit.require(WaitingList.resource(client), LEDGER_VIEW, MAKE_UP_OFFER);
        var today = home.today();
        var stay =
                situations
                        .siteOf(client)
                        .flatMap(site ->
                                situations.stays(site, today).stream()
                                        .filter(it -> it.client().equals(client))
                                        .findFirst()
                                        .map(it -> Map.entry(site, it)));
        if (stay.isEmpty()) {
            return MakeUps.NONE;
        }
        var who = stay.get().getValue();
        var preference = waitings.preferences().getOrDefault(client, Preference.NONE);
        var busy = records.busy(client, monday);
        var ahead =
                records.ahead(stay.get().getKey(), monday, clock.instant()).stream()
                        .filter(it -> it.level().equals(who.level()))
                        .filter(it -> busy.stream().noneMatch(time -> time.meets(it)))
                        .filter(it -> preference.free(it.startsAt(), it.endsAt(), it.zone()))
                        .toList();
        return ahead.isEmpty() ? MakeUps.NONE : open(client, who, preference, ahead, today);
    }

    private MakeUps open(
            ClientId client,
            SituationRecords.Stay who,
            Preference preference,
            List<MakeUpRecords.Ahead> ahead,
            LocalDate today) {
        var rulesOf =
                rules.on(ahead.stream().map(MakeUpRecords.Ahead::date).collect(Collectors.toSet()));
        var terms = situations.terms();
        var sitting =
                records
                        .sitting(
                                ahead.stream().map(MakeUpRecords.Ahead::session).toList(),
                                clock.instant())
                        .stream()
                        .collect(Collectors.groupingBy(MakeUpRecords.Sitting::session));
        var apart = apart(client);
        int age = who.born().until(today).getYears();
        var days = new HashMap<LocalDate, Boolean>();
        var found = new ArrayList<MakeUp>();
        var against = new EnumMap<Modality, String>(Modality.class);
        for (var session : ahead) {
            var there = sitting.getOrDefault(session.session(), List.of());
            var asked = terms.getOrDefault(session.track(), TrackTerms.USUAL);
            boolean fits =
                    age >= asked.youngest()
                            && age <= asked.oldest()
                            && preference.fits(asked)
                            && there.stream().noneMatch(it -> apart.contains(it.client()))
                            && days.computeIfAbsent(
                                    session.date(),
                                    day -> records.authorized(client, who.contract(), day));
            var books = Objects.requireNonNull(rulesOf.get(session.date()));
            var limit = limit(books, session, asked, there, who.contract());
            int most = limit.map(Limit::people).orElse(NO_LIMIT);
            int left = most - there.size();
            var rule =
                    books.meeting(
                            who.contract(),
                            session.program(),
                            session.service(),
                            session.modality(),
                            session.date());
            if (!fits || left <= 0) {
                continue;
            }
            if (rule.isPresent() && !rule.get().allows()) {
                against.put(session.modality(), rule.get().says());
            } else {
                found.add(
                        new MakeUp(
                                session.session(),
                                session.title(),
                                session.trackName(),
                                session.startsAt(),
                                session.endsAt(),
                                session.zone(),
                                session.modality(),
                                rule.map(MeetingRule::says).orElse(""),
                                preference.wants(session.modality()),
                                left,
                                most,
                                limit.map(it -> it.kind().words()).orElse("")));
            }
        }
        return new MakeUps(found, against);
    }

    private Set<ClientId> apart(ClientId client) {
        return pairs.open().stream()
                .filter(it -> it.one().equals(client) || it.other().equals(client))
                .map(it -> it.one().equals(client) ? it.other() : it.one())
                .collect(Collectors.toSet());
    }

    /** The least of what the room, the program, the licence and the payers allow, if any says. */
    private static Optional<Limit> limit(
            Rules.Books books,
            MakeUpRecords.Ahead session,
            TrackTerms terms,
            List<MakeUpRecords.Sitting> there,
            String contract) {
        var limits = new ArrayList<Limit>();
        if (session.chairs() != null) {
            limits.add(new Limit(Limit.Kind.ROOM, session.chairs()));
        }
        if (terms.seats() != null) {
            limits.add(new Limit(Limit.Kind.PROGRAM, terms.seats()));
        }
        books.licence(session.program())
                .flatMap(book -> most(book, Limit.Kind.LICENCE))
                .ifPresent(limits::add);
        Stream.concat(Stream.of(contract), there.stream().map(MakeUpRecords.Sitting::contract))
                .distinct()
                .flatMap(it -> books.payer(it).stream())
                .flatMap(book -> most(book, Limit.Kind.PAYER).stream())
                .forEach(limits::add);
        return limits.stream().min(Comparator.comparingInt(Limit::people));
    }

    private static Optional<Limit> most(Rulebook book, Limit.Kind kind) {
        var most = book.mostInGroup();
        return most.isPresent() ? Optional.of(new Limit(kind, most.getAsInt())) : Optional.empty();
    }
}
