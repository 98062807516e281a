package care.trellis.downtime.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.downtime.PackSettings;
import care.trellis.downtime.Packs;
import care.trellis.downtime.Sheets;
import care.trellis.organizations.SiteId;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Papers for a day without the program, and the way back in. */
@Controller
@RequestMapping("/downtime")
class DowntimeController {

    private static final int DAYS_BACK = 7;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    private final Packs packs;
    private final PackSettings settings;
    private final Sheets sheets;
    private final Access access;
    private final Clock clock;

    DowntimeController(
            Packs packs, PackSettings settings, Sheets sheets, Access access, Clock clock) {
        this.packs = packs;
        this.settings = settings;
        this.sheets = sheets;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    @Requires(value = Action.DOWNTIME_PACK, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView page(Permit permit, Frame frame, @RequestParam(defaultValue = "0") int back) {
        return page(permit, frame, Math.clamp(back, 0, DAYS_BACK - 1), null);
    }

    @PostMapping("/settings")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView save(
            Permit permit, Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        int days = form.requiredWhole("keptDays");
        return Saving.save(
                form,
                () -> settings.save(permit, form.value("desk"), form.value("clinical"), days),
                "/downtime",
                () -> page(packing(permit), frame, 0, form));
    }

    @PostMapping("/{site}/packs")
    @Requires(value = Action.DOWNTIME_PACK, purpose = Permit.Purpose.OPERATIONS, site = "site")
    ModelAndView make(Permit permit, @PathVariable SiteId site) {
        packs.make(permit, site);
        return new ModelAndView("redirect:/downtime");
    }

    @GetMapping("/{site}/desk.pdf")
    @Requires(value = Action.DOWNTIME_PACK, purpose = Permit.Purpose.OPERATIONS, site = "site")
    ResponseEntity<byte[]> desk(Permit permit, @PathVariable SiteId site) {
        return pdf("desk", packs.desk(permit, site));
    }

    @GetMapping("/{site}/clinical.pdf")
    @Requires(value = Action.SAFETY_VIEW, site = "site")
    ResponseEntity<byte[]> clinical(Permit permit, @PathVariable SiteId site) {
        return pdf("clinical", packs.clinical(permit, site));
    }

    private ModelAndView page(
            Permit permit, Frame frame, int back, @org.jspecify.annotations.Nullable Form typed) {
        var actor = permit.actor();
        var now = settings.now(permit);
        boolean mayEnter = access.mayByRole(actor, Action.ATTENDANCE_CORRECT);
        return new ModelAndView(
                "downtime/page",
                Map.of(
                        "page",
                        frame.page(
                                "downtime", "Downtime", "Groups go on when the program does not"),
                        "view",
                        new DowntimeView(
                                packs.sites(permit).stream()
                                        .map(site -> site(permit, site, back, mayEnter))
                                        .toList(),
                                packs.folder(permit),
                                typed == null
                                        ? Form.empty().with("keptDays", now.keptDays())
                                        : typed,
                                now.desk(),
                                now.clinical(),
                                mayEnter,
                                access.mayByRole(actor, Action.ORGANIZATION_EDIT),
                                access.mayByRole(actor, Action.SAFETY_VIEW))));
    }

    private DowntimeView.Site site(Permit permit, Packs.AtSite site, int back, boolean mayEnter) {
        var today = LocalDate.ofInstant(clock.instant(), site.zone());
        var day = today.minusDays(back);
        var made = site.madeAt();
        boolean current = made != null && LocalDate.ofInstant(made, site.zone()).equals(today);
        return new DowntimeView.Site(
                site.name(),
                "/downtime/" + site.site().value(),
                made == null
                        ? "No pack was made yet"
                        : "Made %s for %d people%s"
                                .formatted(
                                        When.time(made, site.zone()),
                                        site.people(),
                                        site.byItself()
                                                ? "; made by itself at six every morning"
                                                : ""),
                !site.problem().isEmpty() ? "Not written" : current ? "Ready" : "None today",
                !site.problem().isEmpty() ? Tone.BAD : current ? Tone.GOOD : Tone.WATCH,
                site.files(),
                site.problem(),
                DAY.format(day),
                IntStream.range(0, DAYS_BACK)
                        .mapToObj(one ->
                                new Choice(
                                        String.valueOf(one),
                                        one == 0
                                                ? "Today"
                                                : one == 1
                                                        ? "Yesterday"
                                                        : DAY.format(today.minusDays(one)),
                                        one == back))
                        .toList(),
                mayEnter ? sheetsOf(permit, site, day) : List.of());
    }

    private List<DowntimeView.Sheet> sheetsOf(Permit permit, Packs.AtSite site, LocalDate day) {
        return access
                .decide(permit.actor(), Action.ATTENDANCE_CORRECT, permit.purpose(), null)
                .map(may -> sheets.of(may, site.site(), day))
                .orElse(List.of())
                .stream()
                .map(session ->
                        new DowntimeView.Sheet(
                                TIME.format(session.startsAt().atZone(session.zone())),
                                session.title(),
                                "/downtime/sheets/" + session.id().value()))
                .toList();
    }

    private Permit packing(Permit permit) {
        return access.decide(permit.actor(), Action.DOWNTIME_PACK, permit.purpose(), null)
                .orElse(permit);
    }

    private static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline()
                                .filename("downtime-" + name + ".pdf")
                                .build()
                                .toString())
                .body(content);
    }
}
