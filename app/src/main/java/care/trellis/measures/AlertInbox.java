package care.trellis.measures;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Alerts at the home page: each clinician's own; those that ask for somebody within the hour, that
 * nobody owns, or whose time is up, at the director's too.
 */
@Component
class AlertInbox implements Inbox {

    private final Alerts alerts;
    private final Access access;
    private final HomeTime home;

    AlertInbox(Alerts alerts, Access access, HomeTime home) {
        this.alerts = alerts;
        this.access = access;
        this.home = home;
    }

    @Override
    public List<Waiting> waiting(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.ALERT_ACT)) {
            return List.of();
        }
        var zone = home.zone();
        return alerts.open(permit).stream()
                .filter(alert -> concerns(alert, permit))
                .map(alert -> waiting(alert, zone))
                .toList();
    }

    private static boolean concerns(Alert alert, Permit permit) {
        if (Objects.equals(alert.owner(), permit.actor().staff()) && alert.owner() != null) {
            return true;
        }
        boolean urgent =
                alert.alertClass().compareTo(care.trellis.engine.instruments.AlertClass.A1) <= 0;
        boolean director = permit.actor().roles().contains(Role.DIRECTOR);
        return alert.immediate()
                || (alert.safety() && alert.owner() == null)
                || (director && (alert.owner() == null || alert.escalatedAt() != null));
    }

    private static Waiting waiting(Alert alert, ZoneId zone) {
        return new Waiting(
                alert.safety() ? Waiting.Urgency.SAFETY : Waiting.Urgency.DEADLINE,
                alert.dueAt().atZone(zone).toLocalDate(),
                alert.name(),
                ChangeWords.cause(alert.instrument(), alert.cause()),
                alert.ownerName().isEmpty() ? Role.DIRECTOR.label() : alert.ownerName(),
                Money.ZERO,
                "/measures/alerts/" + alert.id().value());
    }
}
