package care.trellis.rules;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.engine.rulebook.Effect;
import care.trellis.engine.rulebook.LocalOverride;
import care.trellis.engine.rulebook.Rulebook;
import care.trellis.engine.rulebook.Wording.ClaimText;
import care.trellis.engine.rulebook.Wording.RuleText;
import care.trellis.ledger.Replay;
import care.trellis.ledger.ReplayId;
import care.trellis.ledger.Replays;
import care.trellis.organizations.HomeTime;
import care.trellis.payers.Contract;
import care.trellis.payers.ContractId;
import care.trellis.payers.EffectiveRules;
import care.trellis.payers.LocalRules;
import care.trellis.payers.OverrideDetails;
import care.trellis.payers.Payers;
import care.trellis.payers.Proposal;
import care.trellis.payers.ProposalId;
import care.trellis.payers.Publication;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The studio: a change of a contract's rules is proposed, replayed, read and published. */
@Controller
@RequestMapping("/rules")
class ProposalController {

    private final Payers payers;
    private final LocalRules rules;
    private final EffectiveRules effective;
    private final Replays replays;
    private final RulesViews words;
    private final StudioViews views;
    private final Access access;
    private final HomeTime home;

    ProposalController(
            Payers payers,
            LocalRules rules,
            EffectiveRules effective,
            Replays replays,
            RulesViews words,
            StudioViews views,
            Access access,
            HomeTime home) {
        this.payers = payers;
        this.rules = rules;
        this.effective = effective;
        this.replays = replays;
        this.words = words;
        this.views = views;
        this.access = access;
        this.home = home;
    }

    @GetMapping("/contracts/{contract}/proposals/new")
    @Requires(value = Action.RULE_PROPOSE, purpose = Permit.Purpose.PAYMENT)
    ModelAndView fresh(
            @PathVariable ContractId contract,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String place,
            Permit permit,
            Frame frame) {
        var agreed = payers.contract(permit, contract);
        if (!place.isEmpty()) {
            var text = place(permit, agreed, place);
            return placeForm(permit, frame, agreed, text, Form.empty().with("value", text.value()));
        }
        var text = rule(permit, agreed, rule);
        var form =
                Form.empty()
                        .with("what", "value")
                        .with("value", text.value())
                        .with("effect", written(text.effect()));
        return form(permit, frame, agreed, text, form);
    }

    @PostMapping("/contracts/{contract}/proposals")
    @Requires(value = Action.RULE_PROPOSE, purpose = Permit.Purpose.PAYMENT)
    ModelAndView propose(
            @PathVariable ContractId contract,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var agreed = payers.contract(permit, contract);
        var form = Form.typed(sent);
        if (!form.value("place").isEmpty()) {
            var place = place(permit, agreed, form.value("place"));
            return save(
                    permit,
                    contract,
                    form,
                    details(form, place),
                    () -> placeForm(permit, frame, agreed, place, form));
        }
        var text = rule(permit, agreed, form.value("rule"));
        return save(
                permit,
                contract,
                form,
                details(form, text),
                () -> form(permit, frame, agreed, text, form));
    }

    private ModelAndView save(
            Permit permit,
            ContractId contract,
            Form form,
            OverrideDetails details,
            Supplier<ModelAndView> again) {
        return Saving.save(
                form,
                () -> rules.propose(permit, contract, details),
                (ProposalId id) -> "/rules/proposals/" + id.value(),
                again);
    }

    @GetMapping("/proposals/{proposal}")
    @Requires(value = Action.RULE_PROPOSE, purpose = Permit.Purpose.PAYMENT)
    ModelAndView one(@PathVariable ProposalId proposal, Permit permit, Frame frame) {
        return studio(permit, frame, proposal, "");
    }

    @GetMapping("/proposals/{proposal}/end")
    @Requires(value = Action.RULE_PROPOSE, purpose = Permit.Purpose.PAYMENT)
    ModelAndView end(@PathVariable ProposalId proposal, Permit permit, Frame frame) {
        return endForm(permit, frame, rules.one(permit, proposal), Form.empty());
    }

    @PostMapping("/proposals/{proposal}/end")
    @Requires(value = Action.RULE_PROPOSE, purpose = Permit.Purpose.PAYMENT)
    ModelAndView proposeEnd(
            @PathVariable ProposalId proposal,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var form = Form.typed(sent);
        var ending = rules.one(permit, proposal);
        var lastDay = form.date("through");
        return Saving.save(
                form,
                () -> rules.proposeEnd(permit, proposal, lastDay, form.value("reason")),
                (ProposalId id) -> "/rules/proposals/" + id.value(),
                () -> endForm(permit, frame, ending, form));
    }

    @PostMapping("/proposals/{proposal}/withdrawal")
    @Requires(value = Action.RULE_PROPOSE, purpose = Permit.Purpose.PAYMENT)
    String withdraw(@PathVariable ProposalId proposal, Permit permit) {
        rules.withdraw(permit, proposal);
        return "redirect:/rules/contracts/" + rules.one(permit, proposal).contract().value();
    }

    @PostMapping("/proposals/{proposal}/replays")
    @Requires(value = Action.RULE_PROPOSE, purpose = Permit.Purpose.PAYMENT)
    String replay(@PathVariable ProposalId proposal, Permit permit) {
        replays.start(permit, proposal);
        return "redirect:/rules/proposals/" + proposal.value();
    }

    @PostMapping("/replays/{replay}/steps")
    @Requires(value = Action.RULE_PROPOSE, purpose = Permit.Purpose.PAYMENT)
    ModelAndView step(@PathVariable ReplayId replay, Permit permit, Frame frame) {
        var proposal = replays.step(permit, replay).proposal();
        var model = model(permit, frame, proposal, "");
        return new ModelAndView("rules/proposal/replay", model);
    }

    @PostMapping("/proposals/{proposal}/publication")
    @Requires(value = Action.RULE_PUBLISH, purpose = Permit.Purpose.PAYMENT)
    ModelAndView publish(@PathVariable ProposalId proposal, Permit permit, Frame frame) {
        return switch (replays.publish(permit, proposal)) {
            case Publication.Published() ->
                    new ModelAndView(
                            "redirect:/rules/contracts/"
                                    + rules.one(permit, proposal).contract().value());
            case Publication.Refused(var reason) -> {
                var page = studio(permit, frame, proposal, reason);
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
        };
    }

    private ModelAndView studio(Permit permit, Frame frame, ProposalId id, String refusal) {
        return new ModelAndView("rules/proposal", model(permit, frame, id, refusal));
    }

    private Map<String, Object> model(Permit permit, Frame frame, ProposalId id, String refusal) {
        var proposal = rules.one(permit, id);
        var replay = replays.latest(permit, id).orElse(null);
        var standing =
                new StudioViews.Standing(
                        replay,
                        replay != null
                                && replay.fingerprint().equals(rules.fingerprint(permit, id)),
                        replay != null && replay.finished()
                                ? replays.outcome(permit, replay.id())
                                : null,
                        replay != null && replay.finished() ? days(permit, replay) : List.of());
        var contract = payers.contract(permit, proposal.contract());
        var view =
                views.of(
                        proposal,
                        contract,
                        payer(permit, contract),
                        standing,
                        proposal.author().equals(permit.actor().account()),
                        access.mayByRole(permit.actor(), Action.RULE_PUBLISH));
        return Map.of("frame", frame, "view", view, "refusal", refusal);
    }

    private List<care.trellis.ledger.ReplayedDay> days(Permit permit, Replay replay) {
        return replays.differences(permit, replay.id());
    }

    private ModelAndView form(
            Permit permit, Frame frame, Contract contract, RuleText rule, Form form) {
        var effects = new LinkedHashMap<String, String>();
        for (var effect : Effect.values()) {
            effects.put(written(effect), RuleWords.effect(effect));
        }
        var what = new LinkedHashMap<String, String>();
        what.put("value", "What it asks");
        what.put("effect", "What follows when it is broken");
        what.put("off", "The rule is not asked at all");
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("form", form);
        model.put("contract", payer(permit, contract));
        model.put("contractPath", RulesViews.path(contract.id()));
        model.put("rule", rule.id());
        model.put("says", rule.says());
        model.put("compared", RuleWords.compared(rule));
        model.put("relation", RuleWords.capital(rule.relation().words()));
        model.put("follows", RuleWords.effect(rule.effect()));
        model.put("citation", rule.citation());
        model.put("earliest", RuleWords.date(rules.earliest()));
        model.put("what", form.choices("what", what));
        model.put("effects", form.choices("effect", effects));
        return new ModelAndView("rules/propose", model);
    }

    private ModelAndView placeForm(
            Permit permit, Frame frame, Contract contract, ClaimText place, Form form) {
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("form", form);
        model.put("contract", payer(permit, contract));
        model.put("contractPath", RulesViews.path(contract.id()));
        model.put("place", place.path());
        model.put("name", ClaimTexts.name(place));
        model.put("says", ClaimTexts.says(place));
        model.put("now", ClaimTexts.value(place.value()));
        model.put("citation", place.citation());
        model.put("earliest", RuleWords.date(rules.earliest()));
        return new ModelAndView("rules/proposePlace", model);
    }

    private ModelAndView endForm(Permit permit, Frame frame, Proposal ending, Form form) {
        if (!ending.published() || ending.ends() != null) {
            throw new NotFound();
        }
        var contract = payers.contract(permit, ending.contract());
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("form", form);
        model.put("contract", payer(permit, contract));
        model.put("contractPath", RulesViews.path(contract.id()));
        model.put("path", RulesViews.path(ending) + "/end");
        model.put("says", words.says(ending));
        model.put("change", words.change(ending));
        model.put("reason", ending.reason());
        model.put("earliest", RuleWords.date(rules.earliest().minusDays(1)));
        return new ModelAndView("rules/end", model);
    }

    private static OverrideDetails details(Form form, ClaimText place) {
        return new OverrideDetails(
                place.path(),
                form.value("value"),
                form.value("reason"),
                form.date("from"),
                form.date("through"));
    }

    private static OverrideDetails details(Form form, RuleText rule) {
        var from = form.date("from");
        var through = form.date("through");
        var reason = form.value("reason");
        return switch (form.value("what")) {
            case "effect" ->
                    new OverrideDetails(
                            rule.effectPath(), form.value("effect"), reason, from, through);
            case "off" ->
                    new OverrideDetails(rule.path(), LocalOverride.OFF, reason, from, through);
            default ->
                    new OverrideDetails(
                            rule.valuePath(), form.value("value"), reason, from, through);
        };
    }

    /** A rule of the contract as it stands today. */
    private RuleText rule(Permit permit, Contract contract, String id) {
        return RuleTexts.at(book(permit, contract), "rules/" + id).orElseThrow(NotFound::new);
    }

    /** A place of the contract's bill or claim as it stands today. */
    private ClaimText place(Permit permit, Contract contract, String path) {
        return ClaimTexts.at(book(permit, contract), path).orElseThrow(NotFound::new);
    }

    private Rulebook book(Permit permit, Contract contract) {
        var today = home.today();
        var ruleSet = contract.details().ruleSet();
        Rulebook book = effective.rulebook(ruleSet, rules.published(permit, contract.id()), today);
        if (book == null) {
            throw new NotFound();
        }
        return book;
    }

    private String payer(Permit permit, Contract contract) {
        return payers.one(permit, contract.payer()).details().name();
    }

    private static String written(Effect effect) {
        return effect.name().toLowerCase(Locale.ROOT);
    }
}
