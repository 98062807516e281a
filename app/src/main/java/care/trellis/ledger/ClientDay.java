package care.trellis.ledger;

import care.trellis.authorizations.AuthorizationId;
import care.trellis.base.Money;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One day of one client as the ledger stands.
 *
 * @param authorization the one that covers the day
 * @param units what the day draws from it
 * @param reason stable code of the first check that fails; null when billable or planned
 * @param fix the smallest change, in plain words
 * @param owner in whose inbox the fix lies
 * @param ownerName the person, where it is one person's work
 * @param session the session that the fix is about
 * @param expected what the day is, or would be, charged at
 */
public record ClientDay(
        ClientId client,
        LocalDate date,
        int scheduled,
        int attended,
        int documented,
        int countable,
        @Nullable AuthorizationId authorization,
        BigDecimal units,
        DayState state,
        @Nullable String reason,
        @Nullable String fix,
        @Nullable Role owner,
        @Nullable String ownerName,
        @Nullable UUID session,
        Money expected) {}
