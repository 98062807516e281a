package care.trellis.browser;

import care.trellis.access.Access;
import care.trellis.access.Accounts;
import care.trellis.access.NewAccount;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import care.trellis.base.Platform;
import care.trellis.base.Role;
import care.trellis.organizations.BillingIdentity;
import care.trellis.organizations.CredentialDetails;
import care.trellis.organizations.LevelOfCare;
import care.trellis.organizations.Organizations;
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
import care.trellis.payers.FeeDetails;
import care.trellis.payers.PayerDetails;
import care.trellis.payers.Payers;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.Modality;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.TrackCreation;
import care.trellis.sessions.Tracks;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a program has before its first client: site, room, program, two clinicians, a payer under
 * the Arizona rules, and a morning track of four days. Made through the doors that the settings
 * pages use.
 */
final class Setting {

    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);

    final OrganizationId organization;
    final UUID track;
    final String invitation;

    private final Installation installation;

    /** Adds all this to the organization that was founded. */
    Setting(Installation installation) {
        this.installation = installation;
        this.organization = installation.door(Platform.class).organizations().getFirst();
        var made = OrganizationContext.in(organization, this::make);
        this.track = made.track;
        this.invitation = made.invitation;
    }

    private record Made(UUID track, String invitation) {}

    private Made make() {
        identify();
        var sites = installation.door(Sites.class);
        var site =
                sites.add(
                                permit(Action.ORGANIZATION_EDIT),
                                Ids.next(),
                                new SiteDetails(
                                        "Northgate",
                                        "America/New_York",
                                        null,
                                        "1 Main Street",
                                        "Springfield",
                                        "AZ",
                                        "850010000"))
                        .orThrow();
        var room =
                sites.addRoom(permit(Action.ORGANIZATION_EDIT), Ids.next(), site, "B", 14)
                        .orThrow();
        var program = program(site);
        var ortiz = clinician("Maria", "Ortiz", "BHP");
        var lin = clinician("Wei", "Lin", "BHMP");
        payer();
        var link =
                installation
                        .door(Accounts.class)
                        .invite(
                                permit(Action.STAFF_EDIT),
                                Ids.next(),
                                new NewAccount(
                                        "maria@example.org",
                                        "Maria Ortiz",
                                        Set.of(
                                                Role.CLINICIAN,
                                                Role.ADMISSIONS,
                                                Role.FRONT_DESK,
                                                Role.BILLER,
                                                Role.DIRECTOR),
                                        Set.of(),
                                        ortiz))
                        .orThrow();
        return new Made(track(program, room, ortiz, lin), link.path());
    }

    private void identify() {
        installation
                .door(Organizations.class)
                .change(
                        permit(Action.ORGANIZATION_EDIT),
                        new BillingIdentity(
                                "Northgate",
                                "1234567893",
                                "123456789",
                                "261QM0850X",
                                "1 Main Street",
                                "Springfield",
                                "AZ",
                                "850010000",
                                "6025550100"))
                .orThrow();
    }

    private ProgramId program(SiteId site) {
        return installation
                .door(Programs.class)
                .add(
                        permit(Action.ORGANIZATION_EDIT),
                        Ids.next(),
                        new ProgramDetails(
                                site,
                                "Adult IOP",
                                LevelOfCare.IOP,
                                "HOSPITAL_BASED",
                                "IOP_PSYCHIATRIC",
                                true,
                                null,
                                4,
                                new BigDecimal("3"),
                                null,
                                12,
                                new BigDecimal("0.9"),
                                SINCE))
                .orThrow();
    }

    private StaffId clinician(String given, String family, String credential) {
        var staff = installation.door(Staff.class);
        var id =
                staff.add(
                                permit(Action.ORGANIZATION_EDIT),
                                Ids.next(),
                                new StaffDetails(given, family, "1679576722", null))
                        .orThrow();
        staff.addCredential(
                        permit(Action.ORGANIZATION_EDIT),
                        Ids.next(),
                        id,
                        new CredentialDetails(credential, "A-1", SINCE, null))
                .orThrow();
        return id;
    }

    private void payer() {
        var payers = installation.door(Payers.class);
        var payer =
                payers.add(
                                permit(Action.CONTRACT_EDIT),
                                Ids.next(),
                                new PayerDetails("Saguaro Plan", "SAGUARO1"))
                        .orThrow();
        var contract =
                payers.addContract(
                                permit(Action.CONTRACT_EDIT),
                                Ids.next(),
                                payer,
                                new ContractDetails(
                                        "Saguaro 2026",
                                        "AZ_AHCCCS_S9480",
                                        "837P",
                                        "MC",
                                        null,
                                        "53",
                                        false,
                                        180,
                                        "SAGUARORECV",
                                        SINCE,
                                        null))
                        .orThrow();
        payers.addFee(
                        permit(Action.CONTRACT_EDIT),
                        Ids.next(),
                        contract,
                        new FeeDetails(
                                "DAY", "S9480", null, List.of(), new Money(31_500), SINCE, null))
                .orThrow();
    }

    private UUID track(ProgramId program, RoomId room, StaffId ortiz, StaffId lin) {
        var tracks = installation.door(Tracks.class);
        var id =
                switch (tracks.create(
                        permit(Action.SESSION_EDIT), Ids.next(), program, "Morning")) {
                    case TrackCreation.Created(var track) -> track;
                    case TrackCreation other -> throw new IllegalStateException(other.toString());
                };
        for (var day :
                List.of(
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY)) {
            var third =
                    day == DayOfWeek.MONDAY
                            ? ServiceType.INDIVIDUAL_THERAPY
                            : day == DayOfWeek.TUESDAY
                                    ? ServiceType.MEDICATION_MANAGEMENT
                                    : ServiceType.EDUCATION_GROUP;
            block(
                    id.value(),
                    day,
                    9,
                    "Process group",
                    ServiceType.GROUP_THERAPY,
                    room,
                    ortiz,
                    null);
            block(
                    id.value(),
                    day,
                    10,
                    "Skills group",
                    ServiceType.GROUP_THERAPY,
                    room,
                    ortiz,
                    null);
            var prescriber = third == ServiceType.MEDICATION_MANAGEMENT;
            block(
                    id.value(),
                    day,
                    11,
                    third.label(),
                    third,
                    room,
                    prescriber ? lin : ortiz,
                    prescriber ? ortiz : null);
        }
        return id.value();
    }

    private void block(
            UUID track,
            DayOfWeek day,
            int hour,
            String title,
            ServiceType service,
            RoomId room,
            StaffId lead,
            @org.jspecify.annotations.Nullable StaffId coLead) {
        installation
                .door(Tracks.class)
                .addBlock(
                        permit(Action.SESSION_EDIT),
                        Ids.next(),
                        new care.trellis.sessions.TrackId(track),
                        new BlockPlan(
                                day,
                                LocalTime.of(hour, 0),
                                60,
                                title,
                                service,
                                Modality.IN_PERSON,
                                room,
                                lead,
                                coLead,
                                LocalDate.of(2026, 3, 2),
                                null));
    }

    private Permit permit(Action action) {
        return Access.system(organization, action, Permit.Purpose.OPERATIONS);
    }
}
