package care.trellis.benefits.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.benefits.Asked;
import care.trellis.benefits.Benefits;
import care.trellis.benefits.Due;
import care.trellis.benefits.GoodFaith;
import care.trellis.benefits.Inquiries;
import care.trellis.benefits.QuestionFile;
import care.trellis.benefits.Recheck;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Frame;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whose benefits are to be checked, and one press that asks every payer that can be asked. */
@Controller
@RequestMapping("/benefits")
class DueController {

    private final Benefits benefits;
    private final Inquiries inquiries;
    private final GoodFaith goodFaith;
    private final Access access;
    private final HomeTime home;

    DueController(
            Benefits benefits,
            Inquiries inquiries,
            GoodFaith goodFaith,
            Access access,
            HomeTime home) {
        this.benefits = benefits;
        this.inquiries = inquiries;
        this.goodFaith = goodFaith;
        this.access = access;
        this.home = home;
    }

    @GetMapping
    @Requires(value = Action.BENEFIT_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView list(Permit permit, Frame frame) {
        return page(permit, frame, null);
    }

    @PostMapping("/inquiries")
    @Requires(value = Action.BENEFIT_EDIT, purpose = Permit.Purpose.PAYMENT)
    ModelAndView ask(Permit permit, Frame frame) {
        var questions =
                benefits.due(permit).stream()
                        .filter(DueController::askable)
                        .map(due -> new Inquiries.Question(due.client(), due.coverage()))
                        .toList();
        return page(permit, frame, inquiries.ask(permit, questions));
    }

    private static boolean askable(Due due) {
        return due.contract() != null && due.asked() == null;
    }

    private ModelAndView page(Permit permit, Frame frame, @Nullable Asked asked) {
        var due = benefits.due(permit);
        return new ModelAndView(
                "benefits/due",
                Map.of(
                        "page",
                        frame.page("benefits", "Benefits", ""),
                        "view",
                        new DueView(
                                goodFaith.owed(permit).stream()
                                        .map(one -> BenefitViews.owed(one, home.today()))
                                        .toList(),
                                due.stream().map(this::row).toList(),
                                (int) due.stream().filter(DueController::askable).count(),
                                (int) due.stream().filter(one -> one.asked() != null).count(),
                                access.mayByRole(permit.actor(), Action.BENEFIT_EDIT),
                                asked == null ? "" : sent(asked),
                                asked == null
                                        ? List.of()
                                        : asked.left().stream()
                                                .map(one -> one.name() + ": " + one.why())
                                                .toList(),
                                inquiries.files(permit).stream().map(this::file).toList())));
    }

    @GetMapping("/files/{number}")
    @Requires(value = Action.BENEFIT_EDIT, purpose = Permit.Purpose.PAYMENT)
    ResponseEntity<byte[]> download(Permit permit, @PathVariable String number) {
        if (!number.matches("[0-9]{1,9}")) {
            throw new NotFound();
        }
        var content = inquiries.download(permit, Long.parseLong(number));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("270-" + number + ".270")
                                .build()
                                .toString())
                .body(content);
    }

    private DueView.File file(QuestionFile file) {
        return new DueView.File(
                file.name(),
                "/benefits/files/" + file.number(),
                file.payer(),
                When.time(file.at(), home.zone()),
                "%d of %d answered".formatted(file.answered(), file.asked()));
    }

    private static String sent(Asked asked) {
        return asked.sent() == 1
                ? "1 question went out. The answer comes through the exchange."
                : asked.sent() + " questions went out. The answers come through the exchange.";
    }

    private DueView.Row row(Due due) {
        var path = "/clients/" + due.client().value() + "/benefits";
        var admitted = due.admittedOn();
        var checked = due.checked();
        var asked = due.asked();
        return new DueView.Row(
                due.name(),
                path,
                due.payer(),
                due.why().label(),
                due.why() == Recheck.NEVER || due.why() == Recheck.INACTIVE ? Tone.BAD : Tone.WATCH,
                admitted == null ? "Not yet" : When.day(admitted),
                checked == null ? "Never" : When.day(checked),
                asked == null ? "" : "Asked " + When.time(asked, home.zone()),
                path + "/checks/new?coverage=" + due.coverage().value());
    }
}
