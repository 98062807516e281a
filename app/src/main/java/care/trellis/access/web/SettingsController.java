package care.trellis.access.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Requires;
import care.trellis.web.Frame;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The settings' front page: a card for everything that this person may open. */
@Controller
class SettingsController {

    private record Place(Action needs, List<String> card) {}

    private static final List<Place> PLACES =
            List.of(
                    place(
                            Action.PROGRAM_SETUP,
                            "spark",
                            "Set up a program",
                            "From a name to sixteen weeks of dated groups, in five steps.",
                            "/settings/setup"),
                    place(
                            Action.ORGANIZATION_VIEW,
                            "organization",
                            "Organization",
                            "Name, NPI, tax id, taxonomy and address, as claims carry them.",
                            "/settings/organization"),
                    place(
                            Action.ORGANIZATION_VIEW,
                            "room",
                            "Sites and rooms",
                            "Places with their time zones, and how many people a room seats.",
                            "/settings/sites"),
                    place(
                            Action.ORGANIZATION_VIEW,
                            "plans",
                            "Programs",
                            "Level of care, hours, 42 CFR Part 2, licence rules.",
                            "/settings/programs"),
                    place(
                            Action.ORGANIZATION_VIEW,
                            "shield",
                            "Staff and credentials",
                            "Who leads and signs, their licences and when these end.",
                            "/settings/staff"),
                    place(
                            Action.PROGRAM_SETUP,
                            "download",
                            "Settings as a file",
                            "Sites, rooms, programs and tracks: export, compare, bring in.",
                            "/settings/files"),
                    place(
                            Action.CONTRACT_VIEW,
                            "contract",
                            "Payers and contracts",
                            "The rules each payer pays by, electronic ids, codes and charges.",
                            "/settings/payers"),
                    place(
                            Action.CONTRACT_VIEW,
                            "calendar",
                            "Plan reviews",
                            "How soon a first plan is due and how often it is reviewed, by program and payer.",
                            "/settings/reviews"),
                    place(
                            Action.ORGANIZATION_EDIT,
                            "mail",
                            "Messages",
                            "Mail server and carrier of texts, how messages sign, quiet hours.",
                            "/settings/messages"),
                    place(
                            Action.ORGANIZATION_EDIT,
                            "dollar",
                            "Card payments",
                            "The provider on whose page cards are typed.",
                            "/settings/cards"),
                    place(
                            Action.DEVICE_PAIR,
                            "door",
                            "Kiosks and displays",
                            "Tablets at the door and screens on the wall: pair one, end one.",
                            "/kiosks"),
                    place(
                            Action.STAFF_VIEW,
                            "key",
                            "Staff and access",
                            "Who can sign in, as what and where; locks and resets.",
                            "/staff"));

    private final Access access;

    SettingsController(Access access) {
        this.access = access;
    }

    @GetMapping("/settings")
    @Requires(Action.OWN_ACCOUNT)
    ModelAndView page(Actor actor, Frame frame) {
        var cards =
                PLACES.stream()
                        .filter(place -> access.mayByRole(actor, place.needs()))
                        .map(Place::card)
                        .toList();
        return new ModelAndView("access/settings", Map.of("frame", frame, "cards", cards));
    }

    private static Place place(Action needs, String icon, String title, String text, String path) {
        return new Place(needs, List.of(icon, title, text, path));
    }
}
