package care.trellis.measures.web;

import care.trellis.base.OrganizationContext;
import care.trellis.base.SignedOut;
import care.trellis.engine.instruments.Item;
import care.trellis.measures.Administration;
import care.trellis.measures.AdministrationId;
import care.trellis.measures.Answered;
import care.trellis.measures.Answering;
import care.trellis.measures.Asked;
import care.trellis.measures.Giving;
import care.trellis.measures.Language;
import care.trellis.measures.Respondents;
import care.trellis.measures.Respondents.Holder;
import care.trellis.web.Csrf;
import care.trellis.web.Saving;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The screens of whoever answers with a code or link: one question at a time, as plain forms, so
 * that they work on any phone. {@link Respondents} decides who may.
 */
@Controller
@RequestMapping("/answer/{token}")
class AnswerController {

    private static final int LONGEST_WORDS = 2000;

    private final Respondents respondents;
    private final Answering answering;
    private final Giving giving;

    AnswerController(Respondents respondents, Answering answering, Giving giving) {
        this.respondents = respondents;
        this.answering = answering;
        this.giving = giving;
    }

    @GetMapping
    @SignedOut
    ModelAndView page(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String at,
            CsrfToken csrf) {
        return held(token, holder -> screen(holder, token, at, false, csrf));
    }

    @PostMapping
    @SignedOut
    ModelAndView answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String code,
            CsrfToken csrf) {
        return held(
                token,
                holder -> {
                    var current = current(holder, measure);
                    if (current.isEmpty()) {
                        return again(token);
                    }
                    Integer chosen;
                    try {
                        chosen = code.isBlank() ? null : Integer.valueOf(code.strip());
                    } catch (NumberFormatException noNumber) {
                        return wrong(holder, token, at, csrf);
                    }
                    var language = holder.sitting().language();
                    return switch (answering.answer(
                            holder.permit(), current.get().id(), at, chosen, language)) {
                        case Answered.NotAnAnswer() -> wrong(holder, token, at, csrf);
                        case Answered.Over() -> again(token);
                        case Answered.Kept _ -> next(holder, token, current.get(), at);
                    };
                });
    }

    @PostMapping("/language")
    @SignedOut
    ModelAndView speak(@PathVariable String token, @RequestParam String language) {
        return held(
                token,
                holder -> {
                    answering.speak(holder.permit(), holder.sitting(), Language.of(language));
                    return again(token);
                });
    }

    @PostMapping("/submission")
    @SignedOut
    ModelAndView submit(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(defaultValue = "") String words,
            CsrfToken csrf) {
        return held(
                token,
                holder -> {
                    var current = current(holder, measure);
                    if (current.isPresent()) {
                        answering.submit(
                                holder.permit(),
                                current.get().id(),
                                words.substring(0, Math.min(words.length(), LONGEST_WORDS)));
                    }
                    var sitting = respondents.find(token).map(Holder::sitting);
                    return sitting.isPresent() && sitting.get().ended()
                            ? done(holder, sitting.get().language())
                            : again(token);
                });
    }

    private ModelAndView held(String token, Function<Holder, ModelAndView> work) {
        var holder = respondents.find(token);
        return holder.isEmpty()
                ? gone(Language.ENGLISH)
                : OrganizationContext.in(
                        holder.get().permit().organization(), () -> work.apply(holder.get()));
    }

    private ModelAndView screen(
            Holder holder, String token, String at, boolean wrong, CsrfToken csrf) {
        var sitting = holder.sitting();
        var measure = sitting.next();
        if (measure.isEmpty()) {
            return gone(sitting.language());
        }
        var asked = answering.open(holder.permit(), measure.get().id());
        var path = "/answer/" + token;
        boolean fresh = at.isEmpty() && asked.standing().isEmpty() && sitting.done() == 0;
        if (fresh) {
            return model(
                    "measures/ask/start", asked, holder, csrf, StartView.of(asked, sitting, path));
        }
        var item = at.equals("end") ? Optional.<Item>empty() : item(asked, at);
        if (item.isPresent()) {
            return model(
                    "measures/ask/question",
                    asked,
                    holder,
                    csrf,
                    QuestionView.of(asked, item.get(), sitting.language(), path, wrong));
        }
        boolean last = sitting.done() + 1 == sitting.measures().size();
        return model(
                "measures/ask/review",
                asked,
                holder,
                csrf,
                ReviewBeforeEnd.of(asked, sitting.language(), path, last));
    }

    /** The question asked for, else the first that was not reached yet. */
    private static Optional<Item> item(Asked asked, String at) {
        return asked.questions().stream()
                .filter(item -> item.number().equals(at) && !item.text().isEmpty())
                .findFirst()
                .or(() ->
                        asked.questions().stream()
                                .filter(item ->
                                        !asked.standing().containsKey(item.number())
                                                && !item.text().isEmpty())
                                .findFirst());
    }

    private ModelAndView next(Holder holder, String token, Administration measure, String at) {
        var asked = answering.open(holder.permit(), measure.id());
        var item = asked.instrument().item(at);
        var next = item == null ? Optional.<Item>empty() : asked.after(item);
        return new ModelAndView(
                "redirect:/answer/" + token + "?at=" + next.map(Item::number).orElse("end"));
    }

    private ModelAndView wrong(Holder holder, String token, String at, CsrfToken csrf) {
        return Saving.refused(screen(holder, token, at, true, csrf));
    }

    private ModelAndView done(Holder holder, Language language) {
        var told = answering.told(holder.permit(), holder.sitting());
        var page = new ModelAndView("measures/ask/done");
        page.addObject("view", DoneView.of(told, language));
        page.addObject(
                "crisis",
                CrisisView.of(
                        answering.safety(holder.permit(), holder.sitting()),
                        Phrases.of(language),
                        giving.responsePhone(holder.permit()).orElse("")));
        return page;
    }

    private ModelAndView model(
            String template, Asked asked, Holder holder, CsrfToken csrf, Object view) {
        var say = Phrases.of(holder.sitting().language());
        var phone = giving.responsePhone(holder.permit()).orElse("");
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("crisis", CrisisView.of(asked.safety(), say, phone));
        model.put("csrf", csrf(csrf));
        return new ModelAndView(template, model);
    }

    private static Optional<Administration> current(Holder holder, String measure) {
        return holder.sitting().next().filter(one -> one.id().equals(id(measure)));
    }

    private static @Nullable AdministrationId id(String text) {
        try {
            return new AdministrationId(java.util.UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static ModelAndView again(String token) {
        return new ModelAndView("redirect:/answer/" + token);
    }

    private static ModelAndView gone(Language language) {
        var page = new ModelAndView("measures/ask/gone");
        page.addObject("say", Phrases.of(language));
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    static Csrf csrf(CsrfToken token) {
        return new Csrf(token.getHeaderName(), token.getParameterName(), token.getToken());
    }
}
