package care.trellis.placement;

import static care.trellis.base.Action.LEDGER_VIEW;
import static care.trellis.base.Action.MAKE_UP_OFFER;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.engine.placement.Limit;
import care.trellis.engine.rulebook.LocalOverride;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.ProgramId;
import care.trellis.payers.ContractOverrides;
import care.trellis.payers.EffectiveRules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds sessions that can make up for a missed one: still to come this week, at the client's site
 * and level of care, with a free seat by room, licence, payers and program, without a clash, in a
 * way the client can take part, on a day the payer approved, with nobody whom they must not meet.
 */
@Component
public class MakeUpFinder {

    private final MakeUpRecords records;
    private final SituationRecords situations;
    private final WaitingRecords waitings;
    private final PairRecords pairs;
    private final EffectiveRules rules;
    private final ContractOverrides overrides;
    private final HomeTime home;
    private final Clock clock;

    MakeUpFinder(
            MakeUpRecords records,
            SituationRecords situations,
            WaitingRecords waitings,
            PairRecords pairs,
            EffectiveRules rules,
            ContractOverrides overrides,
            HomeTime home,
            Clock clock) {
        this.records = records;
        this.situations = situations;
        this.waitings = waitings;
        this.pairs = pairs;
        this.rules = rules;
        this.overrides = overrides;
        this.home = home;
        this.clock = clock;
    }

    /** What the client could come to in the week that begins on this Monday, the soonest first. */
    @Transactional(readOnly = true)
    public List<MakeUp> find(Permit permit, ClientId client, LocalDate monday) {
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
            return List.of();
        }
        var who = stay.get().getValue();
        var preference = waitings.preferences().getOrDefault(client, Preference.NONE);
        var busy = records.busy(client, monday);
        var ahead =
                records.ahead(stay.get().getKey(), monday, clock.instant()).stream()
                        .filter(it -> it.level().equals(who.level()))
                        .filter(it -> busy.stream().noneMatch(time -> time.meets(it)))
                        .filter(it -> preference.free(it.startsAt(), it.endsAt(), it.zone()))
                        .filter(it ->
                                preference
                                        .modalities()
                                        .contains(
                                                care.trellis.engine.placement.Modality.valueOf(
                                                        it.modality().name())))
                        .toList();
        return ahead.isEmpty() ? List.of() : open(client, who, preference, ahead, today);
    }

    private List<MakeUp> open(
            ClientId client,
            SituationRecords.Stay who,
            Preference preference,
            List<MakeUpRecords.Ahead> ahead,
            LocalDate today) {
        var limits = new Limits(today);
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
            var limit = limits.of(session, asked, there, who.contract());
            int left = limit.people() - there.size();
            if (fits && left > 0) {
                found.add(
                        new MakeUp(
                                session.session(),
                                session.title(),
                                session.trackName(),
                                session.startsAt(),
                                session.endsAt(),
                                session.zone(),
                                session.modality(),
                                left,
                                limit.people(),
                                limit.kind().words()));
            }
        }
        return found;
    }

    private Set<ClientId> apart(ClientId client) {
        return pairs.open().stream()
                .filter(it -> it.one().equals(client) || it.other().equals(client))
                .map(it -> it.one().equals(client) ? it.other() : it.one())
                .collect(Collectors.toSet());
    }

    /** The limits of rooms, licences, payers and the program, read once. */
    private final class Limits {

        /** What stands where nobody set a limit: more than any room holds. */
        private static final int NONE = 99;

        private final Map<String, OptionalInt> payers = new HashMap<>();
        private final Map<ProgramId, OptionalInt> licences = new HashMap<>();

        Limits(LocalDate today) {
            var local = overrides.all();
            situations
                    .agreed()
                    .forEach(it ->
                            payers.put(
                                    it.contract(),
                                    most(
                                            it.ruleSet(),
                                            local.getOrDefault(
                                                    UUID.fromString(it.contract()), List.of()),
                                            today)));
            situations
                    .licences()
                    .forEach((program, set) -> licences.put(program, most(set, List.of(), today)));
        }

        private OptionalInt most(String ruleSet, List<LocalOverride> local, LocalDate today) {
            var book = rules.rulebook(ruleSet, local, today);
            return book == null ? OptionalInt.empty() : book.mostInGroup();
        }

        Limit of(
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
            licences.getOrDefault(session.program(), OptionalInt.empty())
                    .ifPresent(most -> limits.add(new Limit(Limit.Kind.LICENCE, most)));
            Stream.concat(Stream.of(contract), there.stream().map(MakeUpRecords.Sitting::contract))
                    .distinct()
                    .map(it -> payers.getOrDefault(it, OptionalInt.empty()))
                    .forEach(it ->
                            it.ifPresent(most -> limits.add(new Limit(Limit.Kind.PAYER, most))));
            return limits.stream()
                    .min(Comparator.comparingInt(Limit::people))
                    .orElse(new Limit(Limit.Kind.PROGRAM, NONE));
        }
    }
}
