package org.recourse.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mail over SMTP, as {@code spring.mail.*} says; encrypted whenever the server can. */
@Component
class MailCarrier implements Carrier {

    private final ObjectProvider<JavaMailSender> senders;
    private final String from;

    MailCarrier(
            ObjectProvider<JavaMailSender> senders,
            @Value("${recourse.messages.from:recourse@localhost}") String from) {
        this.senders = senders;
        this.from = from;
        senders.ifAvailable(MailCarrier::completeSettings);
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.MAIL;
    }

    @Override
    public Optional<Saying> notConfigured() {
        return senders.getIfAvailable() == null ? Optional.of(Sentence.of("message.no-mail-server")) : Optional.empty();
    }

    @Override
    public boolean recognisesRepeats() {
        return false;
    }

    @Override
    public Acceptance send(Message message, String recipient) {
        JavaMailSender sender = senders.getObject();
        try {
            sender.send(mail(sender, message, recipient));
            return Acceptance.accepted();
        } catch (MailException e) {
            return MailRefusals.outcome(e);
        }
    }

    private MimeMessage mail(JavaMailSender sender, Message message, String recipient) {
        MimeMessage mail = sender.createMimeMessage();
        try {
            MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(recipient);
            helper.setSubject(message.subject());
            helper.setText(message.body());
            mail.setHeader("Message-ID", messageId(message));
            mail.setHeader("Auto-Submitted", "auto-generated");
            return mail;
        } catch (MessagingException e) {
            throw new MailParseException(e);
        }
    }

    /** The same for every try, so that a mailbox can recognise a message that an operator has sent again. */
    private String messageId(Message message) {
        UUID id = UUID.nameUUIDFromBytes(message.key().getBytes(StandardCharsets.UTF_8));
        return "<" + id + from.substring(from.lastIndexOf('@')).replace(">", "") + ">";
    }

    /** Without timeouts a silent server would hold a job for ever. */
    private static void completeSettings(JavaMailSender sender) {
        if (sender instanceof JavaMailSenderImpl smtp) {
            Properties settings = smtp.getJavaMailProperties();
            String prefix = "mail." + Objects.requireNonNullElse(smtp.getProtocol(), "smtp") + ".";
            settings.putIfAbsent(prefix + "connectiontimeout", "10000");
            settings.putIfAbsent(prefix + "timeout", "20000");
            settings.putIfAbsent(prefix + "writetimeout", "20000");
            settings.putIfAbsent(prefix + "starttls.enable", "true");
        }
    }
}
