package care.trellis.approvals;

import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationDecision;
import care.trellis.authorizations.AuthorizationState;
import care.trellis.authorizations.AuthorizationUnit;
import care.trellis.authorizations.ServiceCodes;
import care.trellis.engine.x12.reviews.ReviewAnswer;
import care.trellis.engine.x12.reviews.ReviewDecision;
import care.trellis.engine.x12.reviews.ReviewedService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an answer means for the authorization that was asked for. Pure. */
sealed interface Verdict {

    /** Granted or refused. */
    record Decided(AuthorizationDecision decision, String words) implements Verdict {}

    /** The payer still looks at it, or a person has to ask. */
    record Pended(String words) implements Verdict {}

    /** Sent back unread. */
    record Returned(String words) implements Verdict {}

    /** Said where one authorization cannot hold what the payer answered. */
    String DIFFERENTLY =
            "The services were answered differently: read the answer and record it by hand.";

    /** Why a request came back (AAA03), in words of our own. */
    Map<String, String> REJECTIONS =
            Map.of(
                    "15", "something that it needs is missing",
                    "33", "something in it is wrong",
                    "41", "we may not ask this payer by file",
                    "42", "the payer cannot answer now",
                    "43", "our NPI is not known there",
                    "51", "we are not on file there",
                    "71", "the date of birth is another one there",
                    "72", "the member id is wrong",
                    "73", "the name is another one there",
                    "75", "the member is not known there");

    /**
     * Reads an answer.
     *
     * @param before the authorization as it stands
     * @param today at the organization: the day of the decision
     */
    static Verdict of(ReviewAnswer answer, Authorization before, LocalDate today) {
        if (before.state() != AuthorizationState.REQUESTED) {
            return new Pended(
                    "Answered after it was decided or withdrawn here: compare what the payer says.");
        }
        var decisions = decisions(answer);
        boolean certifies = decisions.stream().anyMatch(ReviewDecision::certifies);
        if (certifies) {
            return answer.rejections().isEmpty() && fits(answer, before)
                    ? granted(answer, decisions, before, today)
                    : new Pended(DIFFERENTLY);
        }
        if (!answer.rejections().isEmpty()) {
            return new Returned(
                    "Came back unread: "
                            + answer.rejections().stream()
                                    .map(code -> REJECTIONS.getOrDefault(code, "reason " + code))
                                    .distinct()
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        if (!decisions.isEmpty() && decisions.stream().allMatch(it -> it.action().equals("A3"))) {
            var why = reasons(decisions);
            return new Decided(
                    new AuthorizationDecision.Denied(
                            today, null, null, why.isEmpty() ? null : "Reason code " + why),
                    "Not certified" + (why.isEmpty() ? "." : ", reason " + why + "."));
        }
        boolean call = decisions.stream().anyMatch(it -> it.action().equals("CT"));
        return new Pended(
                call
                        ? "The payer wants a call before it decides."
                        : "The payer has it and is still looking.");
    }

    /**
     * Whether one authorization can say it: every service that was asked for is certified, and all
     * alike. A quantity given to each of several services fits only where it is the one asked for:
     * nobody knows otherwise whether they share it.
     */
    private static boolean fits(ReviewAnswer answer, Authorization before) {
        var services = answer.services();
        var named = services.stream().filter(one -> !one.ofAll()).toList();
        var codes = distinct(named, ReviewedService::procedure);
        var quantities =
                distinct(services, one -> one.units() == 0 ? null : one.units() + one.unit());
        return services.stream().allMatch(one -> certifies(one, answer.decision()))
                && (codes.isEmpty()
                        || codes.equals(Set.copyOf(ServiceCodes.of(before.procedureCode()))))
                && quantities.size() <= 1
                && services.stream().allMatch(one -> unit(one.unit(), before.unit()) != null)
                && distinct(services, ReviewedService::from).size() <= 1
                && distinct(services, ReviewedService::to).size() <= 1
                && distinct(services, Verdict::number).size() <= 1
                && (named.size() <= 1
                        || named.stream()
                                .allMatch(one ->
                                        one.units() == 0
                                                || Objects.equals(
                                                        one.units(), before.requested())));
    }

    private static <T> Set<T> distinct(
            List<ReviewedService> services, Function<ReviewedService, @Nullable T> of) {
        return services.stream()
                .map(of)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String number(ReviewedService service) {
        return service.decision() == null ? null : service.decision().number();
    }

    /** What fits one authorization: no more than the payer says. */
    private static Verdict granted(
            ReviewAnswer answer,
            List<ReviewDecision> decisions,
            Authorization before,
            LocalDate today) {
        var number =
                decisions.stream()
                        .map(ReviewDecision::number)
                        .filter(it -> !it.isBlank())
                        .findFirst();
        if (number.isEmpty()) {
            return new Pended(
                    decisions.stream().allMatch(it -> it.action().equals("NA"))
                            ? "The payer says that it asks for no authorization: withdraw this one."
                            : "Certified without a number: ask the payer for it, claims carry it.");
        }
        var said = answer.services().stream().filter(one -> one.units() > 0).findFirst();
        boolean full = decisions.stream().allMatch(it -> it.action().equals("A1"));
        if (said.isEmpty() && !full) {
            return new Pended(
                    "Certified otherwise than asked, and the answer does not say how much: ask the"
                            + " payer.");
        }
        int asked = Objects.requireNonNullElse(before.requested(), 0);
        int units = said.map(ReviewedService::units).orElse(asked);
        var unit = said.map(one -> unit(one.unit(), before.unit())).orElse(before.unit());
        var days = answer.services().stream().findFirst();
        var from = first(days.map(ReviewedService::from), answer.from(), before.from());
        var to = first(days.map(ReviewedService::to), answer.to(), before.to());
        boolean asAsked =
                units == asked
                        && unit == before.unit()
                        && from.equals(before.from())
                        && to.equals(before.to());
        return new Decided(
                new AuthorizationDecision.Approved(
                        number.get(), unit, units, from, to, today, null),
                (asAsked ? "Certified: " : "Certified otherwise than asked: ")
                        + unit.words(units)
                        + ".");
    }

    private static LocalDate first(
            Optional<LocalDate> ofServices, @Nullable LocalDate ofAll, LocalDate asked) {
        return ofServices.orElse(Objects.requireNonNullElse(ofAll, asked));
    }

    private static boolean certifies(ReviewedService service, @Nullable ReviewDecision ofAll) {
        var own = service.decision() == null ? ofAll : service.decision();
        return own != null && own.certifies();
    }

    private static List<ReviewDecision> decisions(ReviewAnswer answer) {
        return Stream.concat(
                        Stream.ofNullable(answer.decision()),
                        answer.services().stream()
                                .map(ReviewedService::decision)
                                .filter(Objects::nonNull))
                .toList();
    }

    private static String reasons(List<ReviewDecision> decisions) {
        return decisions.stream()
                .map(ReviewDecision::reason)
                .filter(it -> !it.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The unit of a code; null where an authorization has no such unit. */
    private static @Nullable AuthorizationUnit unit(String code, AuthorizationUnit asked) {
        return switch (code) {
            case "" -> asked;
            case "DY" -> AuthorizationUnit.DAY;
            case "VS" -> AuthorizationUnit.VISIT;
            case "HS" -> AuthorizationUnit.HOUR;
            case "FL", "UN" -> AuthorizationUnit.UNIT;
            default -> null;
        };
    }
}
