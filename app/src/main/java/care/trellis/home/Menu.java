package care.trellis.home;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.web.MenuEntry;
import care.trellis.web.MenuGroup;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The menu: what everybody needs all day, then the rest by what it is about. Everybody sees only
 * what they may open.
 */
@Component
class Menu {

    private record Place(Action needs, MenuEntry entry) {}

    private record Group(String label, String icon, List<Place> places) {}

    private static final List<Group> GROUPS =
            List.of(
                    group(
                            "",
                            "",
                            place(Action.OWN_ACCOUNT, "home", "Home", "home", "/"),
                            place(Action.BOARD_VIEW, "board", "Today", "today", "/board"),
                            place(Action.CLIENT_LIST, "clients", "Clients", "clients", "/clients"),
                            place(Action.SAFETY_VIEW, "safety", "Safety", "shield", "/safety")),
                    group(
                            "Care",
                            "notes",
                            place(Action.NOTE_SIGN, "notes", "Notes", "notes", "/notes"),
                            place(
                                    Action.MEASURE_GIVE,
                                    "measures",
                                    "Measures",
                                    "tasks",
                                    "/measures"),
                            place(
                                    Action.DRUG_TEST_COLLECT,
                                    "drug-tests",
                                    "Drug tests",
                                    "expected",
                                    "/drug-tests"),
                            place(
                                    Action.MEASURE_VIEW,
                                    "outcomes",
                                    "Outcomes",
                                    "spark",
                                    "/measures/program")),
                    group(
                            "Program",
                            "groups",
                            place(Action.SESSION_VIEW, "tracks", "Groups", "groups", "/tracks"),
                            place(Action.SHIFT_VIEW, "shift", "Shift", "clock", "/shift"),
                            place(Action.OUTREACH, "outreach", "Outreach", "phone", "/outreach"),
                            place(Action.MESSAGE_VIEW, "messages", "Messages", "mail", "/messages"),
                            place(
                                    Action.PLACEMENT_VIEW,
                                    "placement",
                                    "Placement",
                                    "tracks",
                                    "/placement"),
                            place(
                                    Action.DOWNTIME_PACK,
                                    "downtime",
                                    "Downtime",
                                    "print",
                                    "/downtime")),
                    group(
                            "Revenue",
                            "dollar",
                            place(Action.LEDGER_VIEW, "ledger", "Ledger", "outcomes", "/ledger"),
                            place(
                                    Action.AUTHORIZATION_VIEW,
                                    "authorizations",
                                    "Authorizations",
                                    "authorization",
                                    "/authorizations"),
                            place(
                                    Action.BENEFIT_VIEW,
                                    "benefits",
                                    "Benefits",
                                    "contract",
                                    "/benefits"),
                            place(Action.CASHIER_VIEW, "cashier", "Cashier", "dollar", "/cashier"),
                            place(Action.CLAIM_VIEW, "claims", "Claims", "claims", "/claims"),
                            place(
                                    Action.REMITTANCE_VIEW,
                                    "remittances",
                                    "Remittances",
                                    "remittance",
                                    "/remittances"),
                            place(
                                    Action.REMITTANCE_VIEW,
                                    "exchange",
                                    "Exchange",
                                    "refresh",
                                    "/exchange"),
                            place(Action.DENIAL_VIEW, "denials", "Denials", "undo", "/denials"),
                            place(
                                    Action.RECEIVABLE_VIEW,
                                    "receivables",
                                    "Receivables",
                                    "dollar",
                                    "/receivables")),
                    group(
                            "House",
                            "organization",
                            place(Action.CONTRACT_VIEW, "rules", "Rules", "contract", "/rules"),
                            place(Action.IMPORT_RUN, "import", "Import", "import", "/import"),
                            place(Action.AUDIT_VIEW, "audit", "Record", "history", "/audit"),
                            place(
                                    Action.STAFF_VIEW,
                                    "staff",
                                    "Staff and access",
                                    "staff",
                                    "/staff"),
                            place(
                                    Action.ORGANIZATION_VIEW,
                                    "settings",
                                    "Settings",
                                    "settings",
                                    "/settings")));

    private final Access access;

    Menu(Access access) {
        this.access = access;
    }

    List<MenuGroup> of(Actor actor) {
        return GROUPS.stream()
                .map(group -> new MenuGroup(group.label(), group.icon(), open(group, actor)))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    private List<MenuEntry> open(Group group, Actor actor) {
        return group.places().stream()
                .filter(place -> access.mayByRole(actor, place.needs()))
                .map(Place::entry)
                .toList();
    }

    private static Group group(String label, String icon, Place... places) {
        return new Group(label, icon, List.of(places));
    }

    private static Place place(Action needs, String key, String label, String icon, String path) {
        return new Place(needs, new MenuEntry(key, label, icon, path));
    }
}
