package care.trellis.chart;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What a form of the admission page answers: back to its section, or the page with what is wrong.
 */
@Component
class Answers {

    private final AdmissionDesk desk;

    Answers(AdmissionDesk desk) {
        this.desk = desk;
    }

    String page(Permit permit, Frame frame, Model model, ClientId client, Map<String, Form> sent) {
        model.addAttribute("frame", frame);
        model.addAttribute("view", desk.view(permit, client, sent));
        return "chart/admission";
    }

    String refused(
            Permit permit,
            Frame frame,
            Model model,
            HttpServletResponse response,
            ClientId client,
            String section,
            Form form) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(permit, frame, model, client, Map.of(section, form));
    }

    static String saved(ClientId client, String section) {
        return "redirect:/clients/" + client.value() + "/admission#" + section;
    }
}
