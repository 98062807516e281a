package care.trellis.access.web;

import care.trellis.audit.AuditLog;
import care.trellis.audit.AuditLog.Entry;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The record, for compliance: who saw and changed what. What is looked for stays out of addresses.
 */
@Controller
class AuditController {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final AuditLog log;
    private final care.trellis.access.Accounts accounts;
    private final HomeTime home;

    AuditController(AuditLog log, care.trellis.access.Accounts accounts, HomeTime home) {
        this.log = log;
        this.accounts = accounts;
        this.home = home;
    }

    @GetMapping("/audit")
    @Requires(value = Action.AUDIT_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView today(Permit permit, Frame frame) {
        return search(new LinkedMultiValueMap<>(), permit, frame);
    }

    @PostMapping("/audit")
    @Requires(value = Action.AUDIT_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView search(
            @RequestParam MultiValueMap<String, String> sent, Permit permit, Frame frame) {
        var form = Form.typed(sent);
        var zone = home.zone();
        var today = home.today();
        if (form.value("from").isEmpty()) {
            form.with("from", today);
        }
        if (form.value("to").isEmpty()) {
            form.with("to", today);
        }
        var from = Objects.requireNonNullElse(form.date("from"), today);
        var to = Objects.requireNonNullElse(form.date("to"), today);
        var names = accounts.names(permit);
        var found =
                log.find(
                        permit,
                        new AuditLog.Search(
                                from.atStartOfDay(zone).toInstant(),
                                to.plusDays(1).atStartOfDay(zone).toInstant(),
                                id(form.value("account")),
                                id(form.value("client")),
                                action(form.value("action"))));
        var people = new LinkedHashMap<String, String>();
        names.forEach((id, name) -> people.put(id.toString(), name));
        var actions = new LinkedHashMap<String, String>();
        Arrays.stream(Action.values()).forEach(it -> actions.put(it.name(), words(it.name())));
        return new ModelAndView(
                "access/audit",
                Map.of(
                        "frame",
                        frame,
                        "form",
                        form,
                        "people",
                        form.choices("account", "Everybody", people),
                        "actions",
                        form.choices("action", "Everything", actions),
                        "rows",
                        found.stream().map(entry -> row(entry, names, zone)).toList(),
                        "full",
                        found.size() == AuditLog.LIMIT));
    }

    private static List<String> row(Entry entry, Map<UUID, String> names, ZoneId zone) {
        return List.of(
                TIME.format(entry.at().atZone(zone)),
                names.getOrDefault(entry.account(), "Trellis"),
                words(entry.action()),
                entry.objectType() + (entry.count() == 1 ? "" : " (" + entry.count() + ")"),
                Objects.toString(entry.detail(), ""),
                Objects.toString(entry.client(), ""),
                entry.sealed() ? "Sealed" : "Not yet sealed");
    }

    private static String words(String name) {
        return name.charAt(0)
                + name.substring(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.isBlank() ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException nobody) {
            return new UUID(0, 1);
        }
    }

    private static @Nullable Action action(String text) {
        return Arrays.stream(Action.values())
                .filter(it -> it.name().equals(text))
                .findFirst()
                .orElse(null);
    }
}
