package care.trellis.payers.web;

import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.payers.ContractDetails;
import care.trellis.payers.ContractId;
import care.trellis.payers.Fee;
import care.trellis.payers.FeeDetails;
import care.trellis.payers.PayerId;
import care.trellis.payers.Payers;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One contract: its rules, its electronic ids, its codes and fees. */
@Controller
class ContractController {

    private static final Map<String, String> FORMS =
            ordered("837I", "837I, institutional", "837P", "837P, professional");

    private static final Map<String, String> FILING =
            ordered(
                    "CI", "CI, commercial",
                    "BL", "BL, Blue Cross and Blue Shield",
                    "HM", "HM, health maintenance organization",
                    "MA", "MA, Medicare Part A",
                    "MB", "MB, Medicare Part B",
                    "MC", "MC, Medicaid",
                    "CH", "CH, TRICARE",
                    "VA", "VA, Veterans Affairs",
                    "OF", "OF, other federal program",
                    "ZZ", "ZZ, mutually defined");

    private static final Map<String, String> SERVICES =
            ordered(
                    "DAY", "A day (per diem)",
                    "GROUP_THERAPY", "Group therapy",
                    "INDIVIDUAL_THERAPY", "Individual therapy",
                    "FAMILY_THERAPY", "Family therapy",
                    "EDUCATION", "Education and training",
                    "ACTIVITY_THERAPY", "Activity therapy",
                    "OCCUPATIONAL_THERAPY", "Occupational therapy",
                    "ASSESSMENT", "Assessment",
                    "MEDICATION_MANAGEMENT", "Medication management",
                    "CASE_MANAGEMENT", "Case management");

    private final Payers payers;

    ContractController(Payers payers) {
        this.payers = payers;
    }

    @GetMapping("/settings/payers/{payer}/contracts/new")
    @Requires(value = Action.CONTRACT_EDIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView fresh(@PathVariable PayerId payer, Permit permit, Frame frame) {
        payers.one(permit, payer);
        var form = Form.empty().with("timelyFilingDays", 180);
        return page(frame, form, contractsPath(payer), payer, List.of(), null);
    }

    @PostMapping("/settings/payers/{payer}/contracts")
    @Requires(value = Action.CONTRACT_EDIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView add(
            @PathVariable PayerId payer,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        payers.one(permit, payer);
        var form = Form.typed(sent);
        var details = details(form);
        return Saving.save(
                form,
                () -> payers.addContract(permit, form.key(), payer, details),
                (ContractId id) -> path(id),
                () -> page(frame, form, contractsPath(payer), payer, List.of(), null));
    }

    @GetMapping("/settings/contracts/{contract}")
    @Requires(value = Action.CONTRACT_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView one(@PathVariable ContractId contract, Permit permit, Frame frame) {
        var found = payers.contract(permit, contract);
        return page(
                frame,
                form(found.details()),
                path(contract),
                found.payer(),
                found.fees(),
                Form.empty());
    }

    @PostMapping("/settings/contracts/{contract}")
    @Requires(value = Action.CONTRACT_EDIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView change(
            @PathVariable ContractId contract,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var found = payers.contract(permit, contract);
        var form = Form.typed(sent);
        var details = details(form);
        return Saving.save(
                form,
                () -> payers.changeContract(permit, contract, details),
                "/settings/payers/" + found.payer().value(),
                () -> page(frame, form, path(contract), found.payer(), found.fees(), Form.empty()));
    }

    @PostMapping("/settings/contracts/{contract}/fees")
    @Requires(value = Action.CONTRACT_EDIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView addFee(
            @PathVariable ContractId contract,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var found = payers.contract(permit, contract);
        var form = Form.typed(sent);
        var details = fee(form);
        return Saving.save(
                form,
                () -> payers.addFee(permit, form.key(), contract, details),
                path(contract),
                () ->
                        page(
                                frame,
                                form(found.details()),
                                path(contract),
                                found.payer(),
                                found.fees(),
                                form));
    }

    @PostMapping("/settings/contracts/{contract}/fees/{fee}/removal")
    @Requires(value = Action.CONTRACT_EDIT, purpose = Permit.Purpose.PAYMENT)
    String removeFee(@PathVariable ContractId contract, @PathVariable UUID fee, Permit permit) {
        payers.removeFee(permit, contract, fee);
        return "redirect:" + path(contract);
    }

    private static ModelAndView page(
            Frame frame,
            Form form,
            String path,
            PayerId payer,
            List<Fee> fees,
            @org.jspecify.annotations.Nullable Form feeForm) {
        var ruleSets = new LinkedHashMap<String, String>();
        Payers.ruleSets().forEach(id -> ruleSets.put(id, id));
        var typed = feeForm == null ? Form.empty() : feeForm;
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("form", form);
        model.put("path", path);
        model.put("fresh", feeForm == null);
        model.put("payerPath", "/settings/payers/" + payer.value());
        model.put("ruleSets", form.choices("ruleSet", "Choose the rules", ruleSets));
        model.put("forms", form.choices("claimForm", "Choose the form", FORMS));
        model.put("filing", form.choices("claimFilingCode", "Choose the code", FILING));
        model.put("fees", fees.stream().map(fee -> line(path, fee)).toList());
        model.put("feeForm", typed);
        model.put("services", typed.choices("service", "Choose the service", SERVICES));
        return new ModelAndView("payers/contract", model);
    }

    private static List<String> line(String path, Fee fee) {
        var details = fee.details();
        return List.of(
                SERVICES.getOrDefault(details.service(), details.service()),
                Objects.toString(details.procedureCode(), "")
                        + (details.modifiers().isEmpty()
                                ? ""
                                : " " + String.join(" ", details.modifiers())),
                Objects.toString(details.revenueCode(), ""),
                details.charge().text(),
                Objects.toString(details.effectiveFrom(), ""),
                path + "/fees/" + fee.id() + "/removal");
    }

    private static ContractDetails details(Form form) {
        return new ContractDetails(
                form.value("name"),
                form.value("ruleSet"),
                form.value("claimForm"),
                form.value("claimFilingCode"),
                form.value("typeOfBill"),
                form.value("placeOfService"),
                form.ticked("authorizationRequired"),
                form.requiredWhole("timelyFilingDays"),
                form.value("receiverId"),
                form.date("effectiveFrom"),
                form.date("effectiveTo"),
                form.whole("laterPayerDays"),
                form.whole("correctionDays"));
    }

    private static Form form(ContractDetails details) {
        return Form.empty()
                .with("name", details.name())
                .with("ruleSet", details.ruleSet())
                .with("claimForm", details.claimForm())
                .with("claimFilingCode", details.claimFilingCode())
                .with("typeOfBill", details.typeOfBill())
                .with("placeOfService", details.placeOfService())
                .with("authorizationRequired", details.authorizationRequired())
                .with("timelyFilingDays", details.timelyFilingDays())
                .with("receiverId", details.receiverId())
                .with("effectiveFrom", details.effectiveFrom())
                .with("effectiveTo", details.effectiveTo())
                .with("laterPayerDays", details.laterPayerDays())
                .with("correctionDays", details.correctionDays());
    }

    private static FeeDetails fee(Form form) {
        var charge = Objects.requireNonNullElse(form.decimal("charge"), BigDecimal.ONE.negate());
        return new FeeDetails(
                form.value("service"),
                form.value("procedureCode").toUpperCase(Locale.ROOT),
                form.value("revenueCode"),
                Arrays.stream(form.value("modifiers").toUpperCase(Locale.ROOT).split("[\\s,:]+"))
                        .filter(it -> !it.isEmpty())
                        .toList(),
                charge.stripTrailingZeros().scale() > 2 ? new Money(-1) : Money.ofDollars(charge),
                form.date("feeFrom"),
                form.date("feeTo"));
    }

    private static String path(ContractId id) {
        return "/settings/contracts/" + id.value();
    }

    private static String contractsPath(PayerId id) {
        return "/settings/payers/" + id.value() + "/contracts";
    }

    private static Map<String, String> ordered(String... pairs) {
        var words = new LinkedHashMap<String, String>();
        for (int pair = 0; pair < pairs.length; pair += 2) {
            words.put(pairs[pair], pairs[pair + 1]);
        }
        return words;
    }
}
