package care.trellis.browser;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.Person;
import care.trellis.clients.Sex;
import care.trellis.episodes.Admission;
import care.trellis.episodes.Episodes;
import care.trellis.messages.MessageSettings;
import care.trellis.messages.TextWay;
import care.trellis.organizations.LevelOfCare;
import care.trellis.organizations.Programs;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.Sites;
import care.trellis.sessions.TrackId;
import care.trellis.sessions.Tracks;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Supplier;

/** The clients of the morning track, brought in by the doors that other tests walk through. */
record Cast(Installation installation, Setting setting) {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    /** Admits somebody born on 4 May 1990 and enrolls them in the track from Monday on. */
    ClientId add(String given, String family, String phone) {
        return in(() -> {
            var client =
                    door(Clients.class)
                            .add(
                                    permit(Action.CLIENT_EDIT),
                                    Ids.next(),
                                    site(),
                                    new Person(
                                            given,
                                            family,
                                            "",
                                            LocalDate.of(1990, 5, 4),
                                            Sex.F,
                                            phone,
                                            given.toLowerCase(Locale.ROOT) + "@home.example",
                                            Person.Address.NONE),
                                    null)
                            .id();
            enroll(client);
            return client;
        });
    }

    private void enroll(ClientId client) {
        var program = door(Programs.class).all(permit(Action.ORGANIZATION_VIEW)).getFirst().id();
        var admitted =
                door(Episodes.class)
                        .admit(
                                permit(Action.EPISODE_EDIT),
                                Ids.next(),
                                client,
                                program,
                                LevelOfCare.IOP,
                                MONDAY);
        if (!(admitted instanceof Admission.Admitted(var episode))) {
            throw new IllegalStateException(admitted.toString());
        }
        door(Tracks.class)
                .enroll(
                        permit(Action.SESSION_EDIT),
                        Ids.next(),
                        new TrackId(setting.track),
                        episode,
                        MONDAY,
                        "");
    }

    /** Texts go out to a carrier who signs what comes in with this secret. */
    void texting(String secret) {
        in(() ->
                door(MessageSettings.class)
                        .text(
                                permit(Action.ORGANIZATION_EDIT),
                                new TextWay("https://api.twilio.com", "AC1", "+16025550199"),
                                true,
                                secret)
                        .orThrow());
    }

    SiteId site() {
        return door(Sites.class).all(permit(Action.ORGANIZATION_VIEW)).getFirst().id();
    }

    <T> T door(Class<T> type) {
        return installation.door(type);
    }

    Permit permit(Action action) {
        return Access.system(setting.organization, action, Permit.Purpose.OPERATIONS);
    }

    <T> T in(Supplier<T> work) {
        return OrganizationContext.in(setting.organization, work);
    }
}
