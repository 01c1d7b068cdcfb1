package org.recourse.notification;

import jakarta.mail.MessagingException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.recourse.text.Sentence;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Tells from a failed mail whether the server can have accepted it, which decides whether it may be sent again. */
final class MailRefusals {

    private MailRefusals() {}

    static Acceptance outcome(MailException failure) {
        if (failure instanceof MailAuthenticationException) {
            return Acceptance.refusedForNow(Sentence.of("message.mail-login-refused"));
        }
        if (!(failure instanceof MailSendException sending)) {
            return Acceptance.refusedForGood(Sentence.of("message.mail-not-built"));
        }
        Exception[] exceptions = sending.getMessageExceptions();
        if (exceptions.length == 0) {
            return Acceptance.accepted(); // only closing the connection failed
        }
        if (exceptions[0] == sending.getCause()) {
            return Acceptance.refusedForNow(
                    Sentence.of("message.mail-server-unreachable")); // Spring blames opening it on the message
        }
        OptionalInt code = refusal(exceptions[0]);
        if (code.isEmpty()) {
            return Acceptance.unknown(Sentence.of("message.mail-broken-off"));
        }
        Sentence answer = Sentence.of("message.mail-answered", code.getAsInt());
        return code.getAsInt() < 500 ? Acceptance.refusedForNow(answer) : Acceptance.refusedForGood(answer);
    }

    /** The first answer between 400 and 599 in the chain: an explicit no. */
    private static OptionalInt refusal(Exception exception) {
        for (Exception e = exception; e instanceof MessagingException chained; e = chained.getNextException()) {
            int code = code(e);
            if (code >= 400 && code < 600) {
                return OptionalInt.of(code);
            }
        }
        return OptionalInt.empty();
    }

    private static int code(Exception exception) {
        if (exception instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (exception instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return exception instanceof SMTPSendFailedException sending ? sending.getReturnCode() : -1;
    }
}
