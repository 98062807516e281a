package care.trellis.engine.rulebook;

import care.trellis.engine.content.CaseError;
import care.trellis.engine.rulebook.facts.ClaimForm;
import care.trellis.engine.rulebook.facts.Modality;
import care.trellis.engine.rulebook.facts.ServiceType;
import care.trellis.engine.rulebook.facts.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the sessions of a payer case. */
final class SessionFields {

    private static final Set<String> KNOWN =
            Set.of(
                    "date",
                    "start_min",
                    "end_min",
                    "service_type",
                    "modality",
                    "staff_credential",
                    "staff",
                    "note_signed",
                    "group_size",
                    "hcpcs",
                    "on_cms_iop_list",
                    "iop_list",
                    "in_otp_bundle",
                    "start_stop_recorded",
                    "credentials_on_note",
                    "employee",
                    "billed_separately",
                    "claim_form",
                    "multi_family_education");

    private SessionFields() {}

    static List<Session> read(Fields top) {
        var sessions = new ArrayList<Session>();
        for (var session : top.objects("sessions", KNOWN)) {
            sessions.add(session(session));
        }
        return sessions;
    }

    private static Session session(Fields session) {
        var date = session.date("date");
        if (date == null) {
            throw new CaseError(session.at("date") + " is missing");
        }
        var start = session.whole("start_min");
        var end = session.whole("end_min");
        if (start != null && end != null && end < start) {
            throw new CaseError(session.at("end_min") + " is before start_min");
        }
        return new Session(
                session.path(),
                date,
                start,
                end,
                start == null || end == null ? null : end - start,
                session.choice("service_type", ServiceType.values(), Enum::name),
                session.choice("modality", Modality.values(), Enum::name),
                session.text("staff_credential"),
                session.texts("staff"),
                session.flag("note_signed"),
                session.whole("group_size"),
                session.text("hcpcs"),
                session.flag("on_cms_iop_list"),
                session.choice("iop_list", new String[] {"A", "B"}, letter -> letter),
                session.flag("in_otp_bundle"),
                session.flag("start_stop_recorded"),
                session.flag("credentials_on_note"),
                session.flag("employee"),
                session.flag("billed_separately"),
                session.choice("claim_form", ClaimForm.values(), ClaimForm::word),
                session.flag("multi_family_education"));
    }
}
