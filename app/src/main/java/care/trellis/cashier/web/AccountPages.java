package care.trellis.cashier.web;

import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.cashier.Account;
import care.trellis.cashier.Agreement;
import care.trellis.cashier.CardDoubt;
import care.trellis.cashier.CardPayments;
import care.trellis.cashier.Cashier;
import care.trellis.cashier.Determination;
import care.trellis.cashier.Entry;
import care.trellis.cashier.Exemptions;
import care.trellis.cashier.Fees;
import care.trellis.cashier.Payment;
import care.trellis.cashier.Statements;
import care.trellis.cashier.Wish;
import care.trellis.cashier.Wishes;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.CoverageId;
import care.trellis.clients.Restriction;
import care.trellis.clients.Restrictions;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what stands on the page of an account. */
@Component
class AccountPages {

    private final Cashier cashier;
    private final Fees fees;
    private final Wishes wishes;
    private final Statements statements;
    private final Restrictions restrictions;
    private final Exemptions exemptions;
    private final CardPayments cards;
    private final Clients clients;

    AccountPages(
            Cashier cashier,
            Fees fees,
            Wishes wishes,
            Statements statements,
            Restrictions restrictions,
            Exemptions exemptions,
            CardPayments cards,
            Clients clients) {
        this.cashier = cashier;
        this.fees = fees;
        this.wishes = wishes;
        this.statements = statements;
        this.restrictions = restrictions;
        this.exemptions = exemptions;
        this.cards = cards;
        this.clients = clients;
    }

    @Transactional
    AccountView account(
            Permit permit, ClientId client, Form form, boolean mayTake, boolean mayEdit) {
        var path = "/clients/" + client.value();
        var zone = clients.zone(permit, client);
        var today = clients.today(permit, client);
        var account = cashier.account(permit, client);
        var payments =
                cashier.payments(permit, client).stream()
                        .collect(Collectors.toMap(one -> one.id().value(), one -> one));
        var methods = new LinkedHashMap<String, String>();
        for (var method : Payment.Method.values()) {
            if (method != Payment.Method.CARD) {
                methods.put(method.name(), method.label());
            }
        }
        form = form.value("receivedOn").isEmpty() ? form.with("receivedOn", today) : form;
        boolean credit = account.balance().cents() < 0;
        return new AccountView(
                path,
                clients.find(permit, client).person().shortName(),
                credit ? account.credit().text() : account.balance().text(),
                credit ? "credit" : account.balance().cents() == 0 ? "nothing is owed" : "owed",
                credit ? Tone.INFO : account.balance().cents() == 0 ? Tone.GOOD : Tone.WATCH,
                ages(account, today),
                AccountWords.nextPayer(account),
                easing(permit, client, account),
                AccountWords.exempt(account),
                account.days().reversed().stream().map(AccountPages::day).toList(),
                account.moves().reversed().stream()
                        .map(one -> move(one, payments, path, zone, mayEdit))
                        .toList(),
                statements.of(permit, client).stream()
                        .map(one ->
                                new AccountView.Paper(
                                        When.day(one.madeOn()) + ", by " + one.by(),
                                        one.balance().text(),
                                        path + "/account/statements/" + one.id().value()))
                        .toList(),
                terms(permit, client, path, account, today),
                cards.doubtful(permit, client).stream().map(one -> doubt(one, path, zone)).toList(),
                mayTake,
                mayTake && cards.available(permit),
                mayEdit,
                form,
                form.choices("method", methods));
    }

    /**
     * What a fee by income takes off beside a payer, in a sentence; empty where it took nothing.
     */
    String easing(Permit permit, ClientId client, Account account) {
        boolean eased = account.days().stream().anyMatch(day -> day.eased().cents() > 0);
        return !eased
                ? ""
                : fees.dayFor(permit, client)
                        .map(day ->
                                "By income nobody of this class pays more than %s of a day, with a payer or without one; what a payer leaves beyond it is taken off."
                                        .formatted(day.text()))
                        .orElse("");
    }

    private static AccountView.Doubt doubt(CardDoubt one, String path, ZoneId zone) {
        return new AccountView.Doubt(
                one.amount().text(),
                "Begun " + When.time(one.begunAt(), zone) + " by " + one.begunBy(),
                one.why().label() + ".",
                one.reference(),
                path + "/account/cards/" + one.session().value() + "/answer");
    }

    private static List<Fact> ages(Account account, LocalDate today) {
        if (account.open().isEmpty()) {
            return List.of();
        }
        var aging = account.aging(today);
        var ages = new ArrayList<Fact>();
        age(ages, "up to 30 days old", aging.upTo30());
        age(ages, "31 to 60 days old", aging.upTo60());
        age(ages, "61 to 90 days old", aging.upTo90());
        age(ages, "older", aging.older());
        return ages;
    }

    private static void age(List<Fact> ages, String label, Money open) {
        if (open.cents() != 0) {
            ages.add(new Fact(label, open.text()));
        }
    }

    static AccountView.Day day(Account.Day day) {
        return new AccountView.Day(
                When.day(day.date()),
                text(day.charge()),
                text(day.payerPaid()),
                text(day.contract()),
                text(day.discount()),
                day.share().text(),
                day.open().cents() == 0 ? "" : day.open().text(),
                day.standing().label());
    }

    private static AccountView.Move move(
            Entry entry, Map<?, Payment> payments, String path, ZoneId zone, boolean mayEdit) {
        var when = When.time(entry.at(), zone);
        var amount = new Money(-entry.owed().cents()).text();
        var payment = payments.get(entry.event());
        if (payment == null) {
            return new AccountView.Move(when, entry.kind().label(), "", amount, "", "");
        }
        var reversed = payment.reversed();
        if (entry.kind() == Entry.Kind.REVERSAL && reversed != null) {
            return new AccountView.Move(
                    when, entry.kind().label(), reversed.label(), amount, "", "");
        }
        var page = path + "/account/payments/" + payment.id().value();
        return new AccountView.Move(
                when,
                payment.method().label(),
                "Receipt "
                        + payment.number()
                        + (payment.reference().isEmpty() ? "" : ", " + payment.reference()),
                amount,
                page,
                mayEdit && reversed == null ? page + "/reversal" : "");
    }

    private List<Fact> terms(
            Permit permit, ClientId client, String path, Account account, LocalDate today) {
        var terms = new ArrayList<Fact>();
        var fee =
                fees.of(permit, client).stream()
                        .filter(one -> one.holds(today))
                        .map(AccountPages::fee)
                        .findFirst();
        terms.add(
                new Fact("Fee by income", fee.orElse("Not set: full rate"), path + "/account/fee"));
        terms.add(
                new Fact(
                        "Payment plan",
                        statements
                                .plan(permit, client)
                                .map(plan -> plan(plan, account, today))
                                .orElse("None"),
                        path + "/account/plan"));
        long silent = restrictions.of(permit, client).stream().filter(one -> !one.lifted()).count();
        terms.add(
                new Fact(
                        "Days no payer hears of",
                        silent == 0 ? "None" : silent + " in force",
                        path + "/account/silence"));
        long exempt = exemptions.of(permit, client).stream().filter(one -> !one.lifted()).count();
        terms.add(
                new Fact(
                        "Cost sharing that may not be asked",
                        exempt > 0
                                ? "Qualified Medicare Beneficiary"
                                : exemptions.said(permit, client).isPresent()
                                        ? "Medicare says so: put it on record"
                                        : "None",
                        path + "/account/exemptions"));
        var open =
                wishes.of(permit, client).stream()
                        .filter(one -> one.approved() == null)
                        .map(one -> one.kind().label() + " of " + one.amount().text() + " waits")
                        .findFirst();
        terms.add(
                new Fact(
                        "Refund or adjustment",
                        open.orElse(
                                wishes.of(permit, client).isEmpty() ? "None" : "See what was done"),
                        path + "/account/requests"));
        return terms;
    }

    static String fee(Determination fee) {
        return "Pays %d %% of the rate until %s".formatted(fee.pays(), When.day(fee.to()));
    }

    private static String plan(Agreement plan, Account account, LocalDate today) {
        var paid =
                account.moves().stream()
                        .filter(one -> one.at().isAfter(plan.agreedAt()))
                        .map(Entry::owed)
                        .reduce(Money.ZERO, Money::plus);
        boolean late = -paid.cents() < plan.dueBy(today).cents();
        return "%d parts of %s%s"
                .formatted(
                        plan.parts(),
                        plan.schedule().getLast().amount().text(),
                        late ? ", one is late" : "");
    }

    static String words(Wish wish) {
        return wish.kind().label() + ", " + wish.amount().text();
    }

    static String words(Restriction one, Map<CoverageId, String> payers) {
        var payer =
                one.coverage() == null
                        ? "No payer"
                        : payers.getOrDefault(one.coverage(), "One payer");
        return AccountWords.period(payer, one.from(), one.to());
    }

    private static String text(Money amount) {
        return amount.cents() == 0 ? "" : amount.text();
    }
}
