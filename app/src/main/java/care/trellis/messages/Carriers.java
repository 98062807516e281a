package care.trellis.messages;

import care.trellis.outbound.OutboundHttp;
import org.springframework.stereotype.Component;

/** Finds who carries messages of a way for the organization in force. */
@Component
class Carriers {

    private static final Carrier LOG = new LogCarrier();

    private final SettingRecords settings;
    private final OutboundHttp http;

    Carriers(SettingRecords settings, OutboundHttp http) {
        this.settings = settings;
        this.http = http;
    }

    /** The carrier that is set; the log where none is. Called within a transaction. */
    Carrier of(Way way) {
        var setting = settings.find();
        var mail = setting.mail();
        var text = setting.text();
        return switch (way) {
            case MAIL ->
                    mail != null && setting.mailOn()
                            ? new SmtpCarrier(mail, setting.sender(), settings.mailPassword())
                            : LOG;
            case TEXT ->
                    text != null && setting.textOn()
                            ? new HttpCarrier(http, text, settings.textSecret())
                            : LOG;
            case NONE -> LOG;
        };
    }
}
