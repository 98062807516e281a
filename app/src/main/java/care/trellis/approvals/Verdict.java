package care.trellis.approvals;

import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationDecision;
import care.trellis.authorizations.AuthorizationState;
import care.trellis.authorizations.AuthorizationUnit;
import care.trellis.engine.x12.reviews.ReviewAnswer;
import care.trellis.engine.x12.reviews.ReviewDecision;
import care.trellis.engine.x12.reviews.ReviewedService;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        if (!answer.rejections().isEmpty()) {
            return anyCertifies(decisions)
                    ? new Pended(DIFFERENTLY)
                    : new Returned(
                            "Came back unread: "
                                    + answer.rejections().stream()
                                            .map(code ->
                                                    REJECTIONS.getOrDefault(code, "reason " + code))
                                            .distinct()
                                            .collect(Collectors.joining(", "))
                                    + ".");
        }
        var certified =
                answer.services().stream()
                        .filter(one -> certifies(one, answer.decision()))
                        .toList();
        if (anyCertifies(decisions) && differ(answer, certified)) {
            return new Pended(DIFFERENTLY);
        }
        if (!certified.isEmpty() || (answer.services().isEmpty() && anyCertifies(decisions))) {
            return granted(certified, decisions, before, today);
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
     * Whether its services are not all certified, or not alike: one authorization cannot say so.
     */
    private static boolean differ(ReviewAnswer answer, List<ReviewedService> certified) {
        return certified.size() != answer.services().size()
                || certified.stream()
                                .map(one ->
                                        List.of(
                                                one.units(),
                                                one.unit(),
                                                one.decision() == null
                                                        ? ""
                                                        : one.decision().number()))
                                .distinct()
                                .count()
                        > 1;
    }

    private static Verdict granted(
            List<ReviewedService> certified,
            List<ReviewDecision> decisions,
            Authorization before,
            LocalDate today) {
        var number =
                decisions.stream()
                        .filter(ReviewDecision::certifies)
                        .map(ReviewDecision::number)
                        .filter(it -> !it.isBlank())
                        .findFirst();
        if (number.isEmpty()) {
            return new Pended("Certified without a number: ask the payer for it, claims carry it.");
        }
        int asked = Objects.requireNonNullElse(before.requested(), 0);
        int units =
                certified.stream()
                        .mapToInt(ReviewedService::units)
                        .filter(it -> it > 0)
                        .max()
                        .orElse(asked);
        var from = earliest(certified.stream().map(ReviewedService::from), before.from());
        var to = latest(certified.stream().map(ReviewedService::to), before.to());
        var unit =
                certified.stream()
                        .filter(it -> it.units() > 0)
                        .map(it -> unit(it.unit(), before.unit()))
                        .findFirst()
                        .orElse(before.unit());
        boolean whole =
                units >= asked
                        && !from.isAfter(before.from())
                        && !to.isBefore(before.to())
                        && decisions.stream().allMatch(ReviewDecision::certifies);
        return new Decided(
                new AuthorizationDecision.Approved(
                        number.get(), unit, units, from, to, today, null),
                (whole ? "Certified: " : "Certified otherwise than asked: ")
                        + unit.words(units)
                        + ".");
    }

    private static boolean certifies(ReviewedService service, @Nullable ReviewDecision ofAll) {
        var own = service.decision() == null ? ofAll : service.decision();
        return own != null && own.certifies();
    }

    private static boolean anyCertifies(List<ReviewDecision> decisions) {
        return decisions.stream().anyMatch(ReviewDecision::certifies);
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

    private static LocalDate earliest(Stream<@Nullable LocalDate> days, LocalDate asked) {
        return days.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(asked);
    }

    private static LocalDate latest(Stream<@Nullable LocalDate> days, LocalDate asked) {
        return days.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(asked);
    }

    private static AuthorizationUnit unit(String code, AuthorizationUnit asked) {
        return switch (code) {
            case "DY" -> AuthorizationUnit.DAY;
            case "VS" -> AuthorizationUnit.VISIT;
            case "HS" -> AuthorizationUnit.HOUR;
            case "FL", "UN" -> AuthorizationUnit.UNIT;
            default -> asked;
        };
    }
}
