package care.trellis.demo;

import care.trellis.base.OrganizationId;
import care.trellis.clients.ClientId;
import care.trellis.demo.story.ClinicPlan;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Group;
import care.trellis.demo.story.Insurer;
import care.trellis.demo.story.Offer;
import care.trellis.demo.story.Participant;
import care.trellis.demo.story.Place;
import care.trellis.episodes.EpisodeId;
import care.trellis.organizations.ProgramId;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import care.trellis.payers.ContractId;
import care.trellis.sessions.TrackId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A clinic that is open: its ids, and the stays that have begun. */
final class Clinic {

    /** What was founded before the first client came. */
    record House(
            Map<Place, SiteId> sites,
            Map<Group, RoomId> rooms,
            Map<Offer, ProgramId> programs,
            Map<Colleague, StaffId> staff,
            Map<Insurer, ContractId> contracts,
            Map<Group, TrackId> tracks) {

        SiteId site(Place place) {
            return known(sites, place);
        }

        ProgramId program(Offer offer) {
            return known(programs, offer);
        }

        StaffId staff(Colleague colleague) {
            return known(staff, colleague);
        }

        ContractId contract(Insurer insurer) {
            return known(contracts, insurer);
        }

        TrackId track(Group group) {
            return known(tracks, group);
        }

        /** What the script founded for the key; its absence is a bug of the script. */
        static <K, V> V known(Map<K, V> founded, K key) {
            return Objects.requireNonNull(founded.get(key), () -> "Nothing was founded for " + key);
        }
    }

    /** A stay that has begun. */
    record Stay(ClientId client, EpisodeId episode, UUID enrollment, List<Treatment.Aim> aims) {}

    private final OrganizationId organization;
    private final ClinicPlan plan;
    private final Badges badges;
    private final House house;
    private final Map<Participant, Stay> stays = new HashMap<>();
    private final Set<String> written = new HashSet<>();

    Clinic(OrganizationId organization, ClinicPlan plan, Badges badges, House house) {
        this.organization = organization;
        this.plan = plan;
        this.badges = badges;
        this.house = house;
    }

    OrganizationId organization() {
        return organization;
    }

    ClinicPlan plan() {
        return plan;
    }

    Badges badges() {
        return badges;
    }

    House house() {
        return house;
    }

    void begin(Participant person, Stay stay) {
        stays.put(person, stay);
    }

    /** Whether nobody wrote these words of the person before; from now on somebody did. */
    boolean firstWritten(Participant person, String words) {
        return written.add(person.number() + words);
    }

    boolean isAdmitted(Participant person) {
        return stays.containsKey(person);
    }

    Stay stay(Participant person) {
        var stay = stays.get(person);
        if (stay == null) {
            throw new IllegalStateException(
                    "Participant %d has not come yet".formatted(person.number()));
        }
        return stay;
    }
}
