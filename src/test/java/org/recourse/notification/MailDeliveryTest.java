package org.recourse.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.DummySSLSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.recourse.customer.TestTables;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** R32: mail over real SMTP: sent once, tried again only when it cannot have been accepted. */
class MailDeliveryTest {

    private static final Map<String, String> WITH_STARTTLS =
            Map.of("EHLO", "250-localhost\r\n250 STARTTLS", "STARTTLS", "220 go ahead");

    DataSource tables() {
        return TestTables.h2();
    }

    @Test
    void aMailArrivesOnceHoweverOftenItIsDelivered() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Workbench bench = bench(Workbench.smtp(server.getSmtp().getPort()));
            long id = bench.checkIn("check-in/ä 1", bench.keller());
            bench.messages.deliver(id);
            bench.messages.deliver(id);

            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo("Ist alles erledigt? Roaming (" + Workbench.CASE + ")");
            assertThat((String) mail.getContent())
                    .contains("Guten Tag Maria Keller,")
                    .contains("„Roaming“");
            assertThat(mail.getAllRecipients()[0]).hasToString("maria@example.com");
            assertThat(mail.getFrom()[0]).hasToString("Service <service@recourse.example>");
            assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@recourse.example>");
            assertThat(bench.message(id).state()).isEqualTo(MessageState.SENT);
            assertThat(bench.message(id).sentAt()).isEqualTo("2026-11-24T09:02:00Z");
        } finally {
            server.stop();
        }
    }

    /** R30: the alarm has everything that somebody needs who must act at once. */
    @Test
    void theAlarmOfDangerToLifeReachesTheSafetyContact() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Workbench bench = bench(Workbench.smtp(server.getSmtp().getPort()));
            long id = bench.alarm(bench.customer("safety-contact", "emails", "safety@example.com", "language", "en"));
            bench.messages.deliver(id);

            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getAllRecipients()[0]).hasToString("safety@example.com");
            assertThat(mail.getSubject()).isEqualTo("Danger to life: " + Workbench.CASE);
            assertThat((String) mail.getContent())
                    .contains("Customer: Maria Keller", "Telephone: +491713920017", "Noticed by: Amira Haddad");
            assertThat(bench.message(id).state()).isEqualTo(MessageState.SENT);
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailGoesThroughAnEncryptedConnectionWithALogin() {
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS));
        server.setUser("recourse", "recourse", "right");
        server.start();
        try {
            JavaMailSenderImpl sender = Workbench.smtp(server.getSmtps().getPort());
            sender.setProtocol("smtps");
            sender.setUsername("recourse");
            sender.setPassword("wrong");
            Properties settings = sender.getJavaMailProperties();
            settings.put("mail.smtps.auth", "true");
            settings.put("mail.smtps.ssl.socketFactory", new DummySSLSocketFactory());
            settings.put("mail.smtps.ssl.checkserveridentity", "false");
            Workbench bench = bench(sender);
            long id = bench.checkIn("1", bench.keller());

            assertRefusedForNow(bench, id, "the mail server refused our login");
            sender.setPassword("right");
            bench.messages.deliver(id);

            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(bench.message(id).attempts()).isEqualTo(2);
        } finally {
            server.stop();
        }
    }

    @Test
    void withoutTheDemandedEncryptionNothingIsSent() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
            JavaMailSenderImpl sender = Workbench.smtp(server.port());
            sender.getJavaMailProperties().put("mail.smtp.starttls.required", "true");
            Workbench bench = bench(sender);

            assertRefusedForNow(bench, bench.checkIn("1", bench.keller()), "the mail server cannot be reached");
            assertThat(server.heard).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void anOfferedEncryptionIsUsedForEverythingThatNamesSomebody() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(WITH_STARTTLS)) {
            JavaMailSenderImpl sender = Workbench.smtp(server.port());
            sender.getJavaMailProperties().put("mail.smtp.ssl.trust", "*");
            sender.getJavaMailProperties().put("mail.smtp.ssl.checkserveridentity", "false");
            Workbench bench = bench(sender);
            long id = bench.checkIn("1", bench.keller());
            bench.messages.deliver(id);

            assertThat(bench.message(id).state()).isEqualTo(MessageState.SENT);
            assertThat(server.heard)
                    .contains("STARTTLS", "encrypted RCPT TO:<maria@example.com>")
                    .noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void aServerWithACertificateThatIsNotTrustedGetsNothing() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(WITH_STARTTLS)) {
            Workbench bench = bench(Workbench.smtp(server.port()));

            assertRefusedForNow(bench, bench.checkIn("1", bench.keller()), "the mail server cannot be reached");
            assertThat(server.heard).noneMatch(line -> line.contains("MAIL"));
        }
    }

    @Test
    void aServerThatCannotBeReachedIsTriedAgain() throws Exception {
        ScriptedMailServer gone = new ScriptedMailServer(Map.of());
        gone.close();
        Workbench bench = bench(Workbench.smtp(gone.port()));

        assertRefusedForNow(bench, bench.checkIn("1", bench.keller()), "the mail server cannot be reached");
    }

    @Test
    void aServerThatIsBusyIsTriedAgain() throws Exception {
        assertRefusedForNow(Map.of("greeting", "421 busy"), "the mail server cannot be reached");
        assertRefusedForNow(Map.of("MAIL", "451 later"), "the mail server answered 451");
        assertRefusedForNow(Map.of("RCPT", "450 greylisted"), "the mail server answered 450");
        assertRefusedForNow(Map.of("DATA", "451 later"), "the mail server answered 451");
        assertRefusedForNow(Map.of(".", "452 disk full"), "the mail server answered 452");
    }

    @Test
    void aRefusalForGoodIsNotRepeated() throws Exception {
        assertThat(delivered(Map.of("RCPT", "550 nobody of that name")).state()).isEqualTo(MessageState.FAILED);
        assertThat(delivered(Map.of("MAIL", "553 not you")).state()).isEqualTo(MessageState.FAILED);
        assertThat(delivered(Map.of(".", "554 smells of spam")).reason()).hasToString("the mail server answered 554");
    }

    @Test
    void aLineThatBreaksAfterTheMailLeavesTheDecisionToAnOperator() throws Exception {
        Message broken = delivered(Map.of(".", ""));

        assertThat(broken.state()).isEqualTo(MessageState.UNCONFIRMED);
        assertThat(String.valueOf(broken.reason())).contains("may have accepted it");
    }

    @Test
    void aLineThatBreaksAtTheGoodbyeChangesNothing() throws Exception {
        assertThat(delivered(Map.of("QUIT", "")).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aCrashBetweenSendingAndRecordingSendsNothingAgainUntilAnOperatorDecides() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
            Workbench bench = bench(Workbench.smtp(server.port()));
            long id = bench.checkIn("1", bench.keller());
            bench.messages.deliver(id);
            bench.jdbc
                    .sql("update message set state = 'sending', sent_at = null")
                    .update();

            assertThatThrownBy(() -> bench.messages.deliver(id)).hasMessageContaining("being sent elsewhere");
            bench.advance(Delivery.LONGEST_SENDING);
            bench.messages.deliver(id);
            bench.messages.deliver(id);
            assertThat(bench.message(id).state()).isEqualTo(MessageState.UNCONFIRMED);
            assertThat(bench.messages.undecided()).extracting(Message::id).containsExactly(id);
            assertThat(mails(server)).isEqualTo(1);

            bench.messages.resend(id);
            bench.messages.deliver(id);
            assertThat(bench.message(id).state()).isEqualTo(MessageState.SENT);
            assertThat(mails(server)).isEqualTo(2);
        }
    }

    @Test
    void aJobThatIsRolledBackDoesNotForgetThatItSent() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
            Workbench bench = bench(Workbench.smtp(server.port()));
            long id = bench.checkIn("1", bench.keller());
            bench.transaction.executeWithoutResult(job -> {
                bench.messages.deliver(id);
                job.setRollbackOnly();
            });
            bench.messages.deliver(id);

            assertThat(mails(server)).isEqualTo(1);
        }
    }

    @Test
    void aSecondNodeLeavesAMessageAloneThatItReadBeforeTheFirstTookIt() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
            Workbench bench = bench(Workbench.smtp(server.port()));
            Message read = bench.message(bench.checkIn("1", bench.keller()));

            assertThat(bench.outbox.claim(read, read.createdAt())).isTrue();
            assertThat(bench.outbox.claim(read, read.createdAt())).isFalse();
        }
    }

    private Message delivered(Map<String, String> answers) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(answers)) {
            Workbench bench = bench(Workbench.smtp(server.port()));
            long id = bench.checkIn("1", bench.keller());
            bench.messages.deliver(id);
            bench.messages.deliver(id);
            assertThat(server.heard).filteredOn(line -> line.startsWith("MAIL")).hasSize(1);
            return bench.message(id);
        }
    }

    private void assertRefusedForNow(Map<String, String> answers, String reason) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(answers)) {
            Workbench bench = bench(Workbench.smtp(server.port()));
            assertRefusedForNow(bench, bench.checkIn("1", bench.keller()), reason);
        }
    }

    private static void assertRefusedForNow(Workbench bench, long id, String reason) {
        assertThatThrownBy(() -> bench.messages.deliver(id))
                .isInstanceOf(MessageNotDelivered.class)
                .hasMessageEndingWith(reason)
                .hasNoCause()
                .hasMessageNotContaining("maria");
        assertThat(bench.message(id).state()).isEqualTo(MessageState.WRITTEN);
        assertThat(bench.message(id).reason()).hasToString(reason);
    }

    private static long mails(ScriptedMailServer server) {
        return server.heard.stream().filter("."::equals).count();
    }

    private Workbench bench(@Nullable JavaMailSender sender) {
        return new Workbench(tables(), sender, "");
    }
}
