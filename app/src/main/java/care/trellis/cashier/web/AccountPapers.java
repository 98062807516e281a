package care.trellis.cashier.web;

import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.cashier.Cashier;
import care.trellis.cashier.StatementId;
import care.trellis.cashier.Statements;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.documents.Documents;
import care.trellis.organizations.Organizations;
import care.trellis.web.PhoneNumber;
import care.trellis.web.When;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Prints what a client is given of their account. */
@Component
public class AccountPapers {

    private final Cashier cashier;
    private final Statements statements;
    private final AccountPages pages;
    private final Clients clients;
    private final Organizations organizations;
    private final Documents documents;

    AccountPapers(
            Cashier cashier,
            Statements statements,
            AccountPages pages,
            Clients clients,
            Organizations organizations,
            Documents documents) {
        this.cashier = cashier;
        this.statements = statements;
        this.pages = pages;
        this.clients = clients;
        this.organizations = organizations;
        this.documents = documents;
    }

    /** Prints the account as it stands and keeps it as a statement; once for a key. */
    public StatementId give(Permit permit, UUID key, ClientId client) {
        var account = cashier.account(permit, client);
        var today = clients.today(permit, client);
        var plan = statements.plan(permit, client);
        var paper =
                documents.pdf(
                        "cashier/statementPaper",
                        Map.of(
                                "head",
                                head(permit, client),
                                "days",
                                account.days().stream().map(AccountPages::day).toList(),
                                "moves",
                                account.moves().stream()
                                        .map(one ->
                                                List.of(
                                                        When.day(one.day()),
                                                        one.kind().label(),
                                                        new Money(-one.owed().cents()).text()))
                                        .toList(),
                                "balance",
                                balance(account.balance()),
                                "nextPayer",
                                AccountWords.nextPayer(account),
                                "easing",
                                (pages.easing(permit, client, account)
                                                + " "
                                                + AccountWords.exempt(account))
                                        .strip(),
                                "aging",
                                account.aging(today).older().cents() > 0
                                        ? "%s is older than 90 days."
                                                .formatted(account.aging(today).older().text())
                                        : "",
                                "plan",
                                plan.map(agreed ->
                                                agreed.schedule().stream()
                                                        .map(part ->
                                                                When.day(part.due())
                                                                        + ": "
                                                                        + part.amount().text())
                                                        .toList())
                                        .orElse(List.of())));
        return statements.give(permit, key, client, account.balance(), paper);
    }

    /** What every paper of the account says of sender and client. */
    PaperHead head(Permit permit, ClientId client) {
        var identity = organizations.identity(permit);
        var person = clients.find(permit, client);
        return new PaperHead(
                identity.name(),
                PhoneNumber.text(Objects.requireNonNullElse(identity.phone(), "")),
                person.person().name(),
                person.recordNumber(),
                person.person().address().line(),
                (person.person().address().city()
                                + " "
                                + person.person().address().state()
                                + " "
                                + person.person().address().postalCode())
                        .strip(),
                When.day(clients.today(permit, client)));
    }

    /** What is owed, in a sentence to the client. */
    static String balance(Money balance) {
        return balance.cents() < 0
                ? "You have a credit of " + new Money(-balance.cents()).text() + "."
                : balance.cents() == 0 ? "Nothing is owed." : "You owe " + balance.text() + ".";
    }
}
