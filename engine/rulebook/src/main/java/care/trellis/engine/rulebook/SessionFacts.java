package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Session;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Facts about one session. */
final class SessionFacts {

    private SessionFacts() {}

    static void tell(Vocabulary v) {
        numbers(v);
        texts(v);
        flags(v);
    }

    private static void numbers(Vocabulary v) {
        number(v, "session.minutes", "minute(s)", Session::minutes);
        number(v, "session.group_size", "client(s)", Session::groupSize);
        number(v, "session.staff_count", "staff", SessionFacts::staffCount);
        v.number(
                "session.days_into_week",
                Scope.SESSION,
                "day(s) into the week",
                s -> s.number(s.entry().session.date().toEpochDay() - s.weekStart().toEpochDay()));
    }

    private static void texts(Vocabulary v) {
        v.text(
                "session.service_type",
                Scope.SESSION,
                "service",
                s -> s.word(s.entry().session.serviceType()));
        v.text(
                "session.modality",
                Scope.SESSION,
                "modality",
                s -> s.word(s.entry().session.modality()));
        text(v, "session.leader", "leader", Session::staffCredential);
        v.text(
                "session.staff",
                Scope.SESSION,
                "staff present:",
                s -> s.any(s.entry().session.staff()));
        text(v, "session.hcpcs", "procedure code", Session::hcpcs);
        text(v, "session.iop_list", "list", Session::iopList);
    }

    private static void flags(Vocabulary v) {
        flag(
                v,
                "session.note_signed",
                "the note is signed",
                "the note is not signed",
                Session::noteSigned);
        flag(
                v,
                "session.on_cms_iop_list",
                "it is on the CMS list of IOP services",
                "it is not on the CMS list of IOP services",
                Session::onCmsIopList);
        flag(
                v,
                "session.in_otp_bundle",
                "it is paid in the weekly OTP bundle",
                "it is not paid in the weekly OTP bundle",
                Session::inOtpBundle);
        flag(
                v,
                "session.start_stop_recorded",
                "start and stop time are recorded",
                "start and stop time are not recorded",
                Session::startStopRecorded);
        flag(
                v,
                "session.credentials_on_note",
                "credentials are on the note",
                "no credentials are on the note",
                Session::credentialsOnNote);
        flag(
                v,
                "session.employee",
                "an employee of the program gave it",
                "no employee of the program gave it",
                Session::employee);
        flag(
                v,
                "session.multi_family_education",
                "it is multi-family education",
                "it is not multi-family education",
                Session::multiFamilyEducation);
        v.text(
                "session.claim_form",
                Scope.SESSION,
                "claim form",
                s -> s.text = ChargedLine.word(s.entry().session.claimForm()));
    }

    private static @Nullable Integer staffCount(Session session) {
        List<String> staff = session.staff();
        return staff == null ? null : staff.size();
    }

    private static void number(
            Vocabulary v, String name, String words, Function<Session, @Nullable Number> read) {
        v.number(name, Scope.SESSION, words, s -> s.number(read.apply(s.entry().session)));
    }

    private static void text(
            Vocabulary v, String name, String label, Function<Session, @Nullable String> read) {
        v.text(name, Scope.SESSION, label, s -> s.text = read.apply(s.entry().session));
    }

    private static void flag(
            Vocabulary v,
            String name,
            String yes,
            String no,
            Function<Session, @Nullable Boolean> read) {
        v.flag(name, Scope.SESSION, yes, no, s -> s.flag = read.apply(s.entry().session));
    }
}
