package care.trellis.messages;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Mail by SMTP (RFC 5321). The id of the message is its {@code Message-ID}, so that a mailbox that
 * gets it twice can tell. Until the server was told who it is for, nothing was handed over; after
 * that only its answer counts.
 */
final class SmtpCarrier implements Carrier {

    private static final String MILLISECONDS = "10000";

    private final MailWay way;
    private final String sender;
    private final String password;

    SmtpCarrier(MailWay way, String sender, String password) {
        this.way = way;
        this.sender = sender;
        this.password = password;
    }

    @Override
    public Kind kind() {
        return Kind.SMTP;
    }

    @Override
    public Handing hand(Outgoing message) {
        var session = Session.getInstance(properties());
        try (var transport = session.getTransport()) {
            try {
                transport.connect(
                        way.host(),
                        way.port(),
                        way.user().isEmpty() ? null : way.user(),
                        way.user().isEmpty() ? null : password);
            } catch (AuthenticationFailedException wrong) {
                return new Handing.NotTaken("The mail server did not accept the user or password.");
            } catch (MessagingException away) {
                return new Handing.NotTaken("The mail server could not be reached.");
            }
            return send(transport, mail(session, message), message);
        } catch (MessagingException closing) {
            return new Handing.Unknown("The line to the mail server broke off.");
        }
    }

    private static Handing send(Transport transport, MimeMessage mail, Outgoing message)
            throws MessagingException {
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Handing.Taken(mail.getMessageID());
        } catch (MessagingException no) {
            return answer(code(no));
        }
    }

    /**
     * The server's own number tells a lasting no (5yz) from one for now (4yz); none tells nothing.
     */
    private static Handing answer(int code) {
        if (code >= 500) {
            return new Handing.Refused("The mail server refused it (%d).".formatted(code));
        }
        return code >= 400
                ? new Handing.NotTaken("The mail server asked to wait (%d).".formatted(code))
                : new Handing.Unknown("The line to the mail server broke off.");
    }

    private static int code(MessagingException no) {
        int code = 0;
        for (Exception at = no; at instanceof MessagingException one; at = one.getNextException()) {
            code =
                    Math.max(
                            code,
                            switch (one) {
                                case SMTPSendFailedException failed -> failed.getReturnCode();
                                case SMTPAddressFailedException failed -> failed.getReturnCode();
                                case SMTPSenderFailedException failed -> failed.getReturnCode();
                                default -> 0;
                            });
        }
        return code;
    }

    private MimeMessage mail(Session session, Outgoing message) throws MessagingException {
        var id = "<" + message.id().value() + "@" + domain() + ">";
        var mail =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", id);
                    }
                };
        try {
            mail.setFrom(new InternetAddress(way.from(), sender, StandardCharsets.UTF_8.name()));
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        mail.setRecipient(
                jakarta.mail.Message.RecipientType.TO,
                new InternetAddress(message.address(), true));
        mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mail.setText(message.body(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(message.queuedAt()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (!message.stop().isEmpty()) {
            mail.setHeader("List-Unsubscribe", "<" + message.stop() + ">");
        }
        mail.saveChanges();
        return mail;
    }

    private String domain() {
        return way.from().substring(way.from().lastIndexOf('@') + 1);
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.connectiontimeout", MILLISECONDS);
        properties.put("mail.smtp.timeout", MILLISECONDS);
        properties.put("mail.smtp.writetimeout", MILLISECONDS);
        properties.put("mail.smtp.localhost", domain());
        properties.put("mail.smtp.auth", String.valueOf(!way.user().isEmpty()));
        switch (way.safety()) {
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case NONE -> {}
        }
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }
}
