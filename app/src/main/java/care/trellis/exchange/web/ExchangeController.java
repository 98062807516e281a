package care.trellis.exchange.web;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.exchange.Arrival;
import care.trellis.exchange.ArrivalId;
import care.trellis.exchange.Courier;
import care.trellis.exchange.Exchange;
import care.trellis.exchange.Line;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Files from outside: what came, what waits for a person and why, and whence they come. */
@Controller
@RequestMapping("/exchange")
class ExchangeController {

    private final Exchange exchange;
    private final Courier courier;
    private final ExchangePages pages;

    ExchangeController(Exchange exchange, Courier courier, ExchangePages pages) {
        this.exchange = exchange;
        this.courier = courier;
        this.pages = pages;
    }

    @GetMapping
    @Requires(value = Action.REMITTANCE_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView list(Permit permit, Frame frame) {
        return pages.list(permit, frame, "");
    }

    @PostMapping
    @Requires(value = Action.REMITTANCE_POST, purpose = Permit.Purpose.PAYMENT)
    String receive(Permit permit, @RequestParam List<MultipartFile> file) throws IOException {
        for (var one : file) {
            if (!one.isEmpty()) {
                var name = one.getOriginalFilename() == null ? "" : one.getOriginalFilename();
                exchange.receive(permit, Arrival.Source.UPLOAD, name, one.getBytes());
            }
        }
        return "redirect:/exchange";
    }

    @GetMapping("/{arrival}")
    @Requires(value = Action.REMITTANCE_VIEW, purpose = Permit.Purpose.PAYMENT)
    ResponseEntity<byte[]> download(Permit permit, @PathVariable ArrivalId arrival) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(arrival.value() + ".x12")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(exchange.download(permit, arrival));
    }

    @PostMapping("/{arrival}/again")
    @Requires(value = Action.REMITTANCE_POST, purpose = Permit.Purpose.PAYMENT)
    String again(Permit permit, @PathVariable ArrivalId arrival) {
        exchange.again(permit, arrival);
        return "redirect:/exchange";
    }

    @PostMapping("/{arrival}/aside")
    @Requires(value = Action.REMITTANCE_POST, purpose = Permit.Purpose.PAYMENT)
    String aside(Permit permit, @PathVariable ArrivalId arrival, @RequestParam String reason) {
        if (!reason.isBlank()) {
            exchange.setAside(permit, arrival, reason);
        }
        return "redirect:/exchange";
    }

    @GetMapping("/lines/new")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView newLine(Frame frame) {
        return form(frame, "/exchange/lines", Form.empty().with("port", 22).with("enabled", true));
    }

    @GetMapping("/lines/{line}")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView line(Permit permit, Frame frame, @PathVariable UUID line) {
        var known = courier.line(permit, line);
        return form(
                frame,
                "/exchange/lines/" + line,
                Form.empty()
                        .with("name", known.name())
                        .with("host", known.host())
                        .with("port", known.port())
                        .with("username", known.username())
                        .with("fingerprint", known.fingerprint())
                        .with("out", known.outFolder())
                        .with("in", known.inFolder())
                        .with("receivers", String.join(", ", known.receiverIds()))
                        .with("enabled", known.enabled()));
    }

    private static ModelAndView form(Frame frame, String path, Form form) {
        var page =
                new ModelAndView(
                        "exchange/line",
                        Map.of(
                                "page",
                                frame.page("exchange", "A clearinghouse", ""),
                                "path",
                                path,
                                "form",
                                form));
        return form.wrong() ? Saving.refused(page) : page;
    }

    @PostMapping("/lines")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView addLine(
            Permit permit, Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        return save(permit, frame, "/exchange/lines", Form.typed(sent), null);
    }

    /** Changes it; an empty password keeps the one on record. */
    @PostMapping("/lines/{line}")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView changeLine(
            Permit permit,
            Frame frame,
            @PathVariable UUID line,
            @RequestParam MultiValueMap<String, String> sent) {
        var known = courier.line(permit, line);
        return save(permit, frame, "/exchange/lines/" + line, Form.typed(sent), known);
    }

    private ModelAndView save(
            Permit permit, Frame frame, String path, Form form, @Nullable Line known) {
        var problems = LineForm.problems(form, known);
        if (!problems.isEmpty()) {
            return form(frame, path, form.refused(problems));
        }
        courier.save(
                permit,
                new Line(
                        known == null ? Ids.next() : known.id(),
                        form.value("name").strip(),
                        form.value("host").strip(),
                        Integer.parseInt(form.value("port").strip()),
                        form.value("username").strip(),
                        form.value("fingerprint").strip(),
                        form.value("out").strip(),
                        form.value("in").strip(),
                        Arrays.stream(form.value("receivers").split("[,\\s]+"))
                                .filter(id -> !id.isEmpty())
                                .toList(),
                        form.ticked("enabled"),
                        null,
                        null),
                form.value("password").isBlank() ? null : form.value("password"));
        return new ModelAndView("redirect:/exchange");
    }
}
