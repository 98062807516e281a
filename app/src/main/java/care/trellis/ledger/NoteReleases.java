package care.trellis.ledger;

import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.notes.Releases;
import care.trellis.sessions.SessionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says at the group note which client-days and dollars hang on its signatures. */
@Component
class NoteReleases implements Releases {

    private static final String UNSIGNED = "NOTE_NOT_SIGNED";

    private final Keeper keeper;
    private final PageRecords pages;

    NoteReleases(Keeper keeper, PageRecords pages) {
        this.keeper = keeper;
        this.pages = pages;
    }

    @Override
    @Transactional
    public String ahead(Permit permit, SessionId session, LocalDate day, List<ClientId> clients) {
        var held =
                days(permit, day, clients).stream()
                        .filter(it -> UNSIGNED.equals(it.reason()))
                        .toList();
        return held.isEmpty() ? "" : sum(held).text() + " in " + clientDays(held.size());
    }

    @Override
    @Transactional
    public List<String> released(
            Permit permit, SessionId session, LocalDate day, List<ClientId> clients) {
        var days = days(permit, day, clients);
        var sentences = new ArrayList<String>();
        var complete = days.stream().filter(it -> it.state() == DayState.BILLABLE).toList();
        if (!complete.isEmpty()) {
            sentences.add(
                    "%s complete: %s can be billed."
                            .formatted(clientDays(complete.size()), sum(complete).text()));
        }
        var waiting = new LinkedHashMap<String, Integer>();
        days.stream()
                .filter(it -> it.state() == DayState.HOLD && it.fix() != null)
                .forEach(it -> waiting.merge(Objects.requireNonNull(it.fix()), 1, Integer::sum));
        waiting.forEach((fix, count) ->
                sentences.add(
                        count == 1
                                ? "One day still waits: " + fix + "."
                                : count + " days still wait: " + fix + "."));
        return sentences;
    }

    private List<ClientDay> days(Permit permit, LocalDate day, List<ClientId> clients) {
        if (clients.isEmpty()) {
            return List.of();
        }
        var ids = clients.stream().map(ClientId::value).toList();
        keeper.settle(permit.organization(), Ledger.mondayOf(day), permit.actor().sites(), ids);
        return pages.days(permit.organization(), day, day, permit.actor().sites(), ids);
    }

    private static Money sum(List<ClientDay> days) {
        return days.stream().map(ClientDay::expected).reduce(Money.ZERO, Money::plus);
    }

    private static String clientDays(int count) {
        return count == 1 ? "1 client-day" : count + " client-days";
    }
}
