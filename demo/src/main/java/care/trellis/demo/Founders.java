package care.trellis.demo;

import static care.trellis.base.Action.CONTRACT_EDIT;
import static care.trellis.base.Action.ORGANIZATION_EDIT;
import static care.trellis.base.Action.SESSION_EDIT;
import static care.trellis.base.Action.STAFF_EDIT;

import care.trellis.access.Access;
import care.trellis.access.AccountId;
import care.trellis.access.Accounts;
import care.trellis.access.Founding;
import care.trellis.access.Invitations;
import care.trellis.access.NewAccount;
import care.trellis.base.Actor;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.demo.story.ClinicPlan;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Group;
import care.trellis.demo.story.Insurer;
import care.trellis.demo.story.Offer;
import care.trellis.demo.story.Place;
import care.trellis.organizations.BillingIdentity;
import care.trellis.organizations.CredentialDetails;
import care.trellis.organizations.LevelOfCare;
import care.trellis.organizations.ProgramDetails;
import care.trellis.organizations.ProgramId;
import care.trellis.organizations.Programs;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.SiteDetails;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.Sites;
import care.trellis.organizations.Staff;
import care.trellis.organizations.StaffDetails;
import care.trellis.organizations.StaffId;
import care.trellis.payers.ContractDetails;
import care.trellis.payers.ContractId;
import care.trellis.payers.FeeDetails;
import care.trellis.payers.IncomeTerms;
import care.trellis.payers.PayerDetails;
import care.trellis.payers.Payers;
import care.trellis.sessions.BlockAddition;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.TrackCreation;
import care.trellis.sessions.TrackId;
import care.trellis.sessions.Tracks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens the clinic some days before its first week: organization, staff, payers, tracks. */
@InDemo
class Founders {

    private static final Colleague ADMINISTRATOR = Colleague.RUTH;
    private static final int ROOM_SEATS = 14;
    private static final int FILING_DAYS = 180;

    private final Founding founding;
    private final Sites sites;
    private final Programs programs;
    private final Staff staff;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Payers payers;
    private final IncomeTerms incomeTerms;
    private final Tracks tracks;
    private final Access access;
    private final Player player;

    Founders(
            Founding founding,
            Sites sites,
            Programs programs,
            Staff staff,
            Accounts accounts,
            Invitations invitations,
            Payers payers,
            IncomeTerms incomeTerms,
            Tracks tracks,
            Access access,
            Player player) {
        this.founding = founding;
        this.sites = sites;
        this.programs = programs;
        this.staff = staff;
        this.accounts = accounts;
        this.invitations = invitations;
        this.payers = payers;
        this.incomeTerms = incomeTerms;
        this.tracks = tracks;
        this.access = access;
        this.player = player;
    }

    /** The open clinic, still without clients. */
    Clinic open(ClinicPlan plan) {
        var opening = plan.story().opening();
        player.at(Place.HOLLOW.at(opening.minusDays(3), LocalTime.of(9, 0)), () -> {});
        var founded =
                founding.found(
                                identity(),
                                account(ADMINISTRATOR, plan.story().domain(), Map.of(), Map.of()),
                                Colleague.PASSWORD)
                        .orThrow();
        var organization = founded.organization();
        return OrganizationContext.in(
                organization,
                () -> {
                    var first = Map.of(ADMINISTRATOR, actor(founded.administrator()));
                    var ruth = new Badges(access, organization, first);
                    var places = sites(ruth);
                    var people = staff(ruth, opening);
                    var badges =
                            new Badges(
                                    access,
                                    organization,
                                    accounts(ruth, plan.story().domain(), first, places, people));
                    var offers = programs(ruth, places, opening);
                    var rooms = rooms(ruth, places);
                    var house =
                            new Clinic.House(
                                    places,
                                    rooms,
                                    offers,
                                    people,
                                    contracts(badges, opening),
                                    tracks(badges, offers, rooms, people, opening));
                    return new Clinic(organization, plan, badges, house);
                });
    }

    private static BillingIdentity identity() {
        var home = Place.HOLLOW;
        return new BillingIdentity(
                "Juniper Demo Programs",
                home.npi(),
                "990000042",
                "261QM0850X",
                home.street(),
                home.city(),
                home.state(),
                home.postalCode(),
                "8285550100");
    }

    private Map<Place, SiteId> sites(Badges badges) {
        var ids = new EnumMap<Place, SiteId>(Place.class);
        for (var place : Place.values()) {
            var details =
                    new SiteDetails(
                            place.label(),
                            place.zone().getId(),
                            place.npi(),
                            place.street(),
                            place.city(),
                            place.state(),
                            place.postalCode());
            ids.put(
                    place,
                    sites.add(badges.of(ADMINISTRATOR, ORGANIZATION_EDIT), Ids.next(), details)
                            .orThrow());
        }
        return ids;
    }

    private Map<Colleague, StaffId> staff(Badges badges, LocalDate opening) {
        var permit = badges.of(ADMINISTRATOR, ORGANIZATION_EDIT);
        var ids = new EnumMap<Colleague, StaffId>(Colleague.class);
        for (var colleague : Colleague.values()) {
            colleague
                    .credential()
                    .ifPresent(credential -> {
                        var id =
                                staff.add(
                                                permit,
                                                Ids.next(),
                                                new StaffDetails(
                                                        colleague.given(),
                                                        colleague.family(),
                                                        colleague.npi(),
                                                        null))
                                        .orThrow();
                        staff.addCredential(
                                        permit,
                                        Ids.next(),
                                        id,
                                        new CredentialDetails(
                                                credential,
                                                "DEMO-%03d".formatted(colleague.ordinal()),
                                                opening.minusYears(4),
                                                opening.plusYears(2)))
                                .orThrow();
                        ids.put(colleague, id);
                    });
        }
        return ids;
    }

    private Map<Colleague, Actor> accounts(
            Badges badges,
            String domain,
            Map<Colleague, Actor> first,
            Map<Place, SiteId> places,
            Map<Colleague, StaffId> people) {
        var actors = new EnumMap<>(first);
        for (var colleague : Colleague.values()) {
            if (colleague != ADMINISTRATOR) {
                var link =
                        accounts.invite(
                                        badges.of(ADMINISTRATOR, STAFF_EDIT),
                                        Ids.next(),
                                        account(colleague, domain, places, people))
                                .orThrow();
                actors.put(
                        colleague,
                        actor(invitations.take(link.token(), Colleague.PASSWORD).orThrow()));
            }
        }
        return actors;
    }

    private Actor actor(AccountId account) {
        return accounts.actor(account.value()).orElseThrow();
    }

    private static NewAccount account(
            Colleague colleague,
            String domain,
            Map<Place, SiteId> places,
            Map<Colleague, StaffId> people) {
        @Nullable StaffId staff = people.get(colleague);
        return new NewAccount(
                colleague.email(domain),
                colleague.fullName(),
                Set.of(colleague.role()),
                colleague.place().map(places::get).map(Set::of).orElseGet(Set::of),
                staff);
    }

    private Map<Offer, ProgramId> programs(
            Badges badges, Map<Place, SiteId> places, LocalDate opening) {
        var ids = new EnumMap<Offer, ProgramId>(Offer.class);
        for (var offer : Offer.values()) {
            var details =
                    new ProgramDetails(
                            Clinic.House.known(places, offer.place()),
                            offer.label(),
                            LevelOfCare.IOP,
                            offer.setting(),
                            offer.type(),
                            offer.part2(),
                            null,
                            offer.days(),
                            new BigDecimal("3"),
                            true,
                            12,
                            new BigDecimal("0.9"),
                            opening);
            ids.put(
                    offer,
                    programs.add(badges.of(ADMINISTRATOR, ORGANIZATION_EDIT), Ids.next(), details)
                            .orThrow());
        }
        return ids;
    }

    private Map<Group, RoomId> rooms(Badges badges, Map<Place, SiteId> places) {
        var ids = new EnumMap<Group, RoomId>(Group.class);
        for (var group : Group.values()) {
            if (group.room() != null) {
                ids.put(
                        group,
                        sites.addRoom(
                                        badges.of(ADMINISTRATOR, ORGANIZATION_EDIT),
                                        Ids.next(),
                                        Clinic.House.known(places, group.place()),
                                        group.room(),
                                        ROOM_SEATS)
                                .orThrow());
            }
        }
        return ids;
    }

    private Map<Insurer, ContractId> contracts(Badges badges, LocalDate opening) {
        var permit = badges.of(Colleague.BEN, CONTRACT_EDIT);
        var since = opening.minusYears(1).withDayOfYear(1);
        var ids = new EnumMap<Insurer, ContractId>(Insurer.class);
        for (var insurer : Insurer.values()) {
            var payer =
                    payers.add(
                                    permit,
                                    Ids.next(),
                                    new PayerDetails(insurer.label(), insurer.code()))
                            .orThrow();
            var contract =
                    payers.addContract(permit, Ids.next(), payer, terms(insurer, since)).orThrow();
            if (insurer == Insurer.SUMMIT) {
                incomeTerms.set(permit, Ids.next(), contract, true, since).orThrow();
            }
            for (var price : insurer.prices()) {
                payers.addFee(
                                permit,
                                Ids.next(),
                                contract,
                                new FeeDetails(
                                        price.service(),
                                        price.procedure(),
                                        price.revenue(),
                                        List.of(),
                                        new Money(price.cents()),
                                        since,
                                        null))
                        .orThrow();
            }
            ids.put(insurer, contract);
        }
        return ids;
    }

    private static ContractDetails terms(Insurer insurer, LocalDate since) {
        return new ContractDetails(
                "Outpatient agreement",
                insurer.ruleSet(),
                insurer.form(),
                insurer.filing(),
                insurer.billType(),
                insurer.placeOfService(),
                insurer.authorizes(),
                FILING_DAYS,
                insurer.code(),
                since,
                null);
    }

    private Map<Group, TrackId> tracks(
            Badges badges,
            Map<Offer, ProgramId> offers,
            Map<Group, RoomId> rooms,
            Map<Colleague, StaffId> people,
            LocalDate opening) {
        var permit = badges.of(Colleague.DANA, SESSION_EDIT);
        var ids = new EnumMap<Group, TrackId>(Group.class);
        for (var group : Group.values()) {
            var track =
                    Outcomes.expect(
                                    TrackCreation.Created.class,
                                    tracks.create(
                                            permit,
                                            Ids.next(),
                                            Clinic.House.known(offers, group.offer()),
                                            group.label()))
                            .track();
            for (var day : group.days()) {
                for (var block : group.blocks(day)) {
                    var plan =
                            new BlockPlan(
                                    day,
                                    block.starts(),
                                    block.minutes(),
                                    block.title(),
                                    block.service(),
                                    group.modality(),
                                    rooms.get(group),
                                    Clinic.House.known(people, block.lead()),
                                    block.coLead() == null ? null : people.get(block.coLead()),
                                    opening,
                                    null);
                    Outcomes.expect(
                            BlockAddition.Added.class,
                            tracks.addBlock(permit, Ids.next(), track, plan));
                }
            }
            ids.put(group, track);
        }
        return ids;
    }
}
