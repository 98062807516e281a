package care.trellis.demo;

import static care.trellis.base.Action.BENEFIT_EDIT;
import static care.trellis.base.Action.CLIENT_EDIT;
import static care.trellis.base.Action.COVERAGE_EDIT;
import static care.trellis.base.Action.EPISODE_EDIT;
import static care.trellis.base.Action.KEEP_APART;
import static care.trellis.base.Action.PLACEMENT_EDIT;

import care.trellis.base.Ids;
import care.trellis.benefits.GoodFaith;
import care.trellis.benefits.web.EstimatePapers;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.Coverage;
import care.trellis.clients.CoverageSaved;
import care.trellis.clients.Coverages;
import care.trellis.clients.Person;
import care.trellis.clients.Sex;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Group;
import care.trellis.demo.story.Insurer;
import care.trellis.demo.story.Place;
import care.trellis.engine.placement.Modality;
import care.trellis.engine.placement.Window;
import care.trellis.episodes.Admission;
import care.trellis.episodes.Episodes;
import care.trellis.organizations.LevelOfCare;
import care.trellis.placement.KeptApart;
import care.trellis.placement.Preference;
import care.trellis.placement.Proposals;
import care.trellis.placement.TrackRules;
import care.trellis.placement.TrackTerms;
import care.trellis.placement.WaitReason;
import care.trellis.placement.WaitingList;
import care.trellis.web.Form;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a place when the story ends, whom tracks are for, and a proposal that is asked for.
 */
@InDemo
class WaitingPeople {

    /** When somebody can come, in the words of the form. */
    private enum Free {
        ANY,
        MORNINGS,
        WEEKENDS,
        AFTER_WORK
    }

    /** Somebody invented who waits. */
    private record Newcomer(
            String given,
            String family,
            int age,
            Group group,
            @Nullable Insurer insurer,
            int days,
            Free free,
            WaitReason reason,
            String note,
            String language) {}

    private static final List<Newcomer> NEWCOMERS =
            List.of(
                    new Newcomer(
                            "Odalys",
                            "Quintero",
                            34,
                            Group.MORNING,
                            Insurer.SUMMIT,
                            23,
                            Free.MORNINGS,
                            WaitReason.NO_SEAT,
                            "School run until 8:40. Call before noon.",
                            "English"),
                    new Newcomer(
                            "Bram",
                            "Holloway",
                            52,
                            Group.MORNING,
                            Insurer.HERITAGE,
                            17,
                            Free.ANY,
                            WaitReason.NO_SEAT,
                            "",
                            "English"),
                    new Newcomer(
                            "Seren",
                            "Adeyemi",
                            28,
                            Group.VIRTUAL,
                            Insurer.SUMMIT,
                            12,
                            Free.WEEKENDS,
                            WaitReason.TIMES,
                            "Night shifts Tuesday to Friday.",
                            "English"),
                    new Newcomer(
                            "Ilse",
                            "Varga",
                            41,
                            Group.MORNING,
                            Insurer.OCOTILLO,
                            9,
                            Free.MORNINGS,
                            WaitReason.PAYER,
                            "",
                            "English"),
                    new Newcomer(
                            "Paloma",
                            "Iriarte",
                            46,
                            Group.MORNING,
                            Insurer.SUMMIT,
                            31,
                            Free.ANY,
                            WaitReason.LANGUAGE,
                            "Follows only a group in Spanish.",
                            "Spanish"),
                    new Newcomer(
                            "Caspian",
                            "Doyle",
                            37,
                            Group.VIRTUAL,
                            Insurer.SUMMIT,
                            4,
                            Free.ANY,
                            WaitReason.STARTS_LATER,
                            "",
                            "English"),
                    new Newcomer(
                            "Ravi",
                            "Menon",
                            29,
                            Group.EVENING,
                            null,
                            15,
                            Free.AFTER_WORK,
                            WaitReason.NO_SEAT,
                            "",
                            "English"),
                    new Newcomer(
                            "Tamsin",
                            "Boyle",
                            45,
                            Group.EVENING,
                            null,
                            6,
                            Free.AFTER_WORK,
                            WaitReason.TRANSPORT,
                            "Bus 14 stops at 8 PM.",
                            "English"));

    private final Clients clients;
    private final Coverages coverages;
    private final Episodes episodes;
    private final GoodFaith goodFaith;
    private final EstimatePapers estimates;
    private final WaitingList waiting;
    private final KeptApart apart;
    private final TrackRules rules;
    private final Proposals proposals;

    WaitingPeople(
            Clients clients,
            Coverages coverages,
            Episodes episodes,
            GoodFaith goodFaith,
            EstimatePapers estimates,
            WaitingList waiting,
            KeptApart apart,
            TrackRules rules,
            Proposals proposals) {
        this.clients = clients;
        this.coverages = coverages;
        this.episodes = episodes;
        this.goodFaith = goodFaith;
        this.estimates = estimates;
        this.waiting = waiting;
        this.apart = apart;
        this.rules = rules;
        this.proposals = proposals;
    }

    /** What of it falls into this week: yesterday, after the last group. */
    List<Step> steps(Clinic clinic, LocalDate monday) {
        var yesterday =
                clinic.plan()
                        .story()
                        .until()
                        .atZone(Place.HOLLOW.zone())
                        .toLocalDate()
                        .minusDays(1);
        boolean now =
                monday.equals(yesterday.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        return now
                ? List.of(
                        new Step(
                                Place.HOLLOW.at(yesterday, LocalTime.of(21, 50)),
                                () -> wait(clinic, yesterday)))
                : List.of();
    }

    private void wait(Clinic clinic, LocalDate day) {
        var omar = clinic.badges().of(Colleague.OMAR, PLACEMENT_EDIT);
        rules.keep(
                        omar,
                        clinic.house().track(Group.ADOLESCENT),
                        new TrackTerms("English", 13, 17, Set.of(), 10))
                .orThrow();
        rules.keep(
                        omar,
                        clinic.house().track(Group.MORNING),
                        new TrackTerms("English", 18, TrackTerms.ANY_AGE, Set.of(), 12))
                .orThrow();
        var known = NEWCOMERS.stream().map(it -> newcomer(clinic, it, day)).toList();
        apart.keep(
                        clinic.badges().of(Colleague.DANA, KEEP_APART),
                        Ids.next(),
                        known.get(1),
                        known.get(3),
                        "They were neighbors in a dispute that went to court; both asked for it.")
                .orThrow();
        for (var place : Place.values()) {
            proposals.start(omar, Ids.next(), clinic.house().site(place), false);
        }
    }

    private ClientId newcomer(Clinic clinic, Newcomer newcomer, LocalDate day) {
        var badges = clinic.badges();
        var place = newcomer.group().place();
        var client =
                clients.add(
                                badges.of(Colleague.OMAR, CLIENT_EDIT),
                                Ids.next(),
                                clinic.house().site(place),
                                new Person(
                                        newcomer.given(),
                                        newcomer.family(),
                                        "",
                                        day.minusYears(newcomer.age()).minusDays(40),
                                        Sex.U,
                                        "",
                                        "",
                                        Person.Address.NONE),
                                null)
                        .id();
        var insurer = newcomer.insurer();
        if (insurer != null) {
            cover(clinic, newcomer, insurer, client, day);
        }
        Outcomes.expect(
                Admission.Admitted.class,
                episodes.admit(
                        badges.of(Colleague.OMAR, EPISODE_EDIT),
                        Ids.next(),
                        client,
                        clinic.house().program(newcomer.group().offer()),
                        LevelOfCare.IOP,
                        day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))));
        if (insurer == null) {
            tellTheCost(clinic, newcomer, client);
        }
        waiting.keep(
                        badges.of(Colleague.OMAR, PLACEMENT_EDIT),
                        Ids.next(),
                        client,
                        day.minusDays(newcomer.days()),
                        List.of(newcomer.reason()),
                        newcomer.note(),
                        new Preference(
                                Set.of(newcomer.language()),
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                free(newcomer.free()),
                                Set.of(Modality.values()),
                                0))
                .orThrow();
        return client;
    }

    private void cover(
            Clinic clinic, Newcomer newcomer, Insurer insurer, ClientId client, LocalDate day) {
        Outcomes.expect(
                CoverageSaved.Saved.class,
                coverages.add(
                        clinic.badges().of(Colleague.OMAR, COVERAGE_EDIT),
                        Ids.next(),
                        client,
                        new Coverage.Terms(
                                clinic.house().contract(insurer),
                                insurer.label(),
                                "W" + newcomer.family().toUpperCase(Locale.ROOT),
                                "",
                                1,
                                day.withDayOfYear(1),
                                null),
                        null));
    }

    /** Who uses no insurance asks what it costs; one was told already, the other waits. */
    private void tellTheCost(Clinic clinic, Newcomer newcomer, ClientId client) {
        var omar = clinic.badges().of(Colleague.OMAR, BENEFIT_EDIT);
        goodFaith.asked(omar, Ids.next(), client);
        if (newcomer.reason() == WaitReason.TRANSPORT) {
            estimates.give(omar, client, Form.empty().with("days", 3).with("weeks", 8));
        }
    }

    private static List<Window> free(Free free) {
        return switch (free) {
            case ANY -> List.of();
            case MORNINGS -> windows(6 * 60, 12 * 60 + 30, 1, 5);
            case WEEKENDS -> windows(6 * 60, 22 * 60, 6, 7);
            case AFTER_WORK -> windows(16 * 60 + 30, 22 * 60, 1, 5);
        };
    }

    private static List<Window> windows(int from, int to, int first, int last) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.getValue() >= first && day.getValue() <= last)
                .map(day -> new Window(day, from, to))
                .toList();
    }
}
