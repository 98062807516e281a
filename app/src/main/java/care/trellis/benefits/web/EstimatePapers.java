package care.trellis.benefits.web;

import care.trellis.base.Permit;
import care.trellis.benefits.Benefits;
import care.trellis.benefits.EstimateId;
import care.trellis.benefits.Estimates;
import care.trellis.benefits.Given;
import care.trellis.benefits.Providing;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.documents.Documents;
import care.trellis.organizations.BillingIdentity;
import care.trellis.organizations.Organizations;
import care.trellis.web.Form;
import care.trellis.web.PhoneNumber;
import care.trellis.web.When;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints estimates: what a plan leaves to the client, or in good faith what all of it costs. */
@Component
public class EstimatePapers {

    private final Benefits benefits;
    private final Estimates estimates;
    private final BenefitPages pages;
    private final Clients clients;
    private final Organizations organizations;
    private final Documents documents;

    EstimatePapers(
            Benefits benefits,
            Estimates estimates,
            BenefitPages pages,
            Clients clients,
            Organizations organizations,
            Documents documents) {
        this.benefits = benefits;
        this.estimates = estimates;
        this.pages = pages;
        this.clients = clients;
        this.organizations = organizations;
        this.documents = documents;
    }

    /**
     * Prints the estimate that the form asks for, with what is known where it says nothing, and
     * keeps it as it was given; once for the form's key. Nothing where too little is known to
     * count.
     */
    public Optional<EstimateId> give(Permit permit, ClientId client, Form form) {
        var counted = pages.count(permit, client, benefits.covered(permit, client), form);
        return counted == null
                ? Optional.empty()
                : Optional.of(
                        estimates.give(
                                permit,
                                form.key(),
                                client,
                                counted.kind(),
                                counted.estimate(),
                                counted.perDay(),
                                print(permit, client, counted)));
    }

    private byte[] print(Permit permit, ClientId client, BenefitPages.Counted counted) {
        var identity = organizations.identity(permit);
        var view = view(permit, client, counted, identity);
        if (counted.kind() == Given.Kind.PLAN) {
            return documents.pdf("benefits/estimatePaper", Map.of("view", view));
        }
        var provider =
                estimates
                        .providing(permit, client)
                        .map(one -> provider(one, identity))
                        .orElseGet(() -> provider(identity));
        return documents.pdf("benefits/goodFaithPaper", Map.of("view", view, "provider", provider));
    }

    private EstimatePaper view(
            Permit permit,
            ClientId client,
            BenefitPages.Counted counted,
            BillingIdentity identity) {
        var person = clients.find(permit, client).person();
        boolean insured = counted.kind() == Given.Kind.PLAN;
        var estimate = counted.estimate();
        var course = estimate.course();
        return new EstimatePaper(
                counted.kind().label(),
                identity.name(),
                PhoneNumber.text(known(identity.phone())),
                person.name(),
                When.day(person.birthDate()),
                When.day(clients.today(permit, client)),
                counted.payer(),
                counted.words(),
                "%d days a week for %d weeks, %d days"
                        .formatted(course.daysPerWeek(), course.weeks(), course.days()),
                course.charge().text(),
                String.valueOf(course.days()),
                course.charge().times(course.days()).text(),
                estimate.total().text(),
                BenefitViews.weeks(estimate, insured),
                insured ? estimate.unknown() : List.of(),
                estimates.of(permit, client).stream()
                        .filter(one -> one.kind() == counted.kind())
                        .findFirst()
                        .map(one ->
                                EstimateWords.changes(
                                        one,
                                        estimate,
                                        counted.perDay(),
                                        clients.zone(permit, client)))
                        .orElse(List.of()));
    }

    private static EstimatePaper.Provider provider(Providing one, BillingIdentity identity) {
        var firstDay = one.firstDay();
        return new EstimatePaper.Provider(
                one.program(),
                firstDay == null ? "No first day is set yet" : When.day(firstDay),
                one.codes(),
                one.diagnoses(),
                one.npi(),
                taxId(identity),
                one.address().isEmpty() ? one.site() : one.site() + ", " + one.address(),
                one.state());
    }

    private static EstimatePaper.Provider provider(BillingIdentity identity) {
        return new EstimatePaper.Provider(
                "Intensive outpatient program",
                "No first day is set yet",
                "",
                List.of(),
                known(identity.npi()),
                taxId(identity),
                known(identity.city()),
                known(identity.state()));
    }

    private static String taxId(BillingIdentity identity) {
        var digits = known(identity.taxId());
        return digits.length() == 9 ? digits.substring(0, 2) + "-" + digits.substring(2) : digits;
    }

    private static String known(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
