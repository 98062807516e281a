package care.trellis.measures;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.AlertClass;
import care.trellis.safety.Flag;
import care.trellis.safety.FlagId;
import care.trellis.safety.Flags;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An alert about somebody's safety and the risk flag are one thing: the flag has the alert's id, is
 * raised with it, taken with it and closed with it. Its clock and its forms are the alert's.
 */
@Component
class FlagOfAlert {

    private final Flags flags;
    private final Access access;

    FlagOfAlert(Flags flags, Access access) {
        this.flags = flags;
        this.access = access;
    }

    /** Raises the flag in the transaction that keeps the answer. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AlertRaised raised) {
        if (!Safety.is(raised.alertClass())) {
            return;
        }
        var permit =
                Access.system(
                        OrganizationContext.current(),
                        Action.SAFETY_FLAG,
                        Permit.Purpose.TREATMENT);
        flags.raise(
                        permit,
                        raised.alert().value(),
                        raised.client(),
                        kind(raised.cause()),
                        raised.alertClass() == AlertClass.A0
                                ? Flag.Level.IMMINENT
                                : Flag.Level.HIGH,
                        Flag.Source.MEASURE,
                        "")
                .orThrow();
    }

    /** Makes the actor the flag's owner too. */
    void taken(Permit permit, Alert alert) {
        edit(permit, alert.client())
                .filter(mine -> isOpen(mine, alert))
                .ifPresent(mine -> flags.take(mine, alert.client(), flag(alert)));
    }

    /** Closes the flag with what was found. */
    void closed(Permit permit, Alert alert, String note) {
        edit(permit, alert.client())
                .filter(mine -> isOpen(mine, alert))
                .ifPresent(mine ->
                        flags.act(
                                        mine,
                                        Ids.next(),
                                        alert.client(),
                                        flag(alert),
                                        Flag.Step.Kind.CLOSED,
                                        note)
                                .orThrow());
    }

    private boolean isOpen(Permit permit, Alert alert) {
        return flags.of(permit, alert.client()).stream()
                .anyMatch(one -> one.id().equals(flag(alert)) && one.isOpen());
    }

    private Optional<Permit> edit(Permit permit, ClientId client) {
        return access.decide(
                permit.actor(),
                Action.SAFETY_EDIT,
                Permit.Purpose.TREATMENT,
                Giving.resource(client));
    }

    private static FlagId flag(Alert alert) {
        return new FlagId(alert.id().value());
    }

    private static Flag.Kind kind(String cause) {
        return switch (cause) {
            case "MEDICAL_EVAL", "moderately_severe", "severe" -> Flag.Kind.WITHDRAWAL;
            case "NOT_OK", "CHECK_IN_HARD" -> Flag.Kind.OTHER;
            default -> Flag.Kind.SUICIDE;
        };
    }
}
