package org.recourse.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.customer.Customer;
import org.recourse.customer.TestTables;
import org.recourse.form.RefusedInput;
import org.springframework.dao.DuplicateKeyException;

/** R32: what is written to the customer, once per key, on which channel, and what stays when nothing can be sent. */
class MessagesTest {

    private Workbench bench;

    DataSource tables() {
        return TestTables.h2();
    }

    @BeforeEach
    void start() {
        bench = new Workbench(tables(), null, "");
    }

    @Test
    void theSameKeyIsTheSameMessage() {
        Customer keller = bench.keller();
        long first = bench.checkIn("check-in/1", keller);
        long again = bench.checkIn("check-in/1", keller);
        long other = bench.checkIn("check-in/2", keller);

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(bench.dispatched).containsExactly(first, other);
        assertThat(bench.messages.ofCase(Workbench.CASE))
                .extracting(Message::id)
                .containsExactly(first, other);
    }

    @Test
    void aSimultaneousSecondMessageWithTheKeyIsRefusedByTheDatabase() {
        long first = bench.checkIn("check-in/1", bench.keller());
        Message written = bench.message(first);

        assertThatThrownBy(() -> bench.outbox.insert(written)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aMessageGoesBackWithTheTransactionThatWroteIt() {
        Customer keller = bench.keller();
        bench.transaction.executeWithoutResult(status -> {
            bench.checkIn("check-in/1", keller);
            status.setRollbackOnly();
        });

        assertThat(bench.messages.ofCase(Workbench.CASE)).isEmpty();
    }

    @Test
    void theConfirmationNamesAmountsAndDates() {
        long id = bench.messages.write(
                "settlement/1",
                Workbench.CASE,
                MessageKind.SETTLEMENT_CONFIRMATION,
                bench.keller(),
                Map.of(
                        "title",
                        "Roaming <18,40> & mehr",
                        "agreed",
                        "Erstattung und Gutschrift",
                        "compensations",
                        List.of(
                                Map.of("kind", "Erstattung", "amount", "18,40 EUR"),
                                Map.of("kind", "Kulanz", "amount", "10,00 EUR")),
                        "promises",
                        List.of(Map.of("what", "Erstattung", "byWhen", "Fr, 27.11.2026 18:00"))));

        Message message = bench.message(id);
        assertThat(message.subject())
                .isEqualTo("Was wir vereinbart haben: Roaming <18,40> & mehr (" + Workbench.CASE + ")");
        assertThat(message.body())
                .startsWith("Guten Tag Maria Keller,")
                .contains("- Erstattung: 18,40 EUR\n- Kulanz: 10,00 EUR\n")
                .contains("- Erstattung: bis Fr, 27.11.2026 18:00\n");
        assertThat(message).hasToString("Message " + id + " (settlement-confirmation of case " + Workbench.CASE + ")");
    }

    @Test
    void thePreferredChannelIsTakenWhenThereIsAnAddressAndAConsentForIt() {
        Customer texter = bench.texter();
        Customer noText = bench.customer(
                "C-2",
                "phones",
                "0171 3920002",
                "emails",
                "b@example.com",
                "preferredChannel",
                "text",
                "mayText",
                "false");
        Customer landline = bench.customer("C-3", "phones", "030 23125003");
        Customer silent = bench.customer("C-4", "emails", "d@example.com", "mayMail", "false");

        assertThat(bench.message(bench.checkIn("1", texter)).recipient()).isEqualTo("+491713920018");
        assertThat(bench.message(bench.checkIn("2", noText)).recipient()).isEqualTo("b@example.com");
        Message toLandline = bench.message(bench.checkIn("3", landline));
        assertThat(toLandline.state()).isEqualTo(MessageState.NOT_SENT);
        assertThat(toLandline.reason()).hasToString("no mail address or mobile number of the customer is known");
        Message toSilent = bench.message(bench.checkIn("4", silent));
        assertThat(toSilent.state()).isEqualTo(MessageState.NOT_SENT);
        assertThat(toSilent.reason()).hasToString("the customer does not consent to messages");
        assertThat(bench.dispatched).hasSize(2);
        assertThatThrownBy(() -> bench.messages.resend(toSilent.id())).isInstanceOf(RefusedInput.class);
    }

    @Test
    void aFinalAnswerGoesByMailAlsoToWhoPrefersTextMessages() {
        Customer both =
                bench.customer("C-2", "phones", "0171 3920002", "emails", "b@example.com", "preferredChannel", "text");
        long id = bench.messages.write(
                "final/1",
                Workbench.CASE,
                MessageKind.FINAL_ANSWER,
                both,
                Map.of("title", "Delle", "answer", "649 EUR"));

        assertThat(bench.message(id).channel()).isEqualTo(MessageChannel.MAIL);
    }

    @Test
    void withoutServersMessagesAreKeptAsNotSentAndCanBeSentLater() {
        long mail = bench.checkIn("1", bench.keller());
        long text = bench.checkIn("2", bench.texter());
        bench.messages.deliver(mail);
        bench.messages.deliver(text);

        assertThat(bench.message(mail).state()).isEqualTo(MessageState.NOT_SENT);
        assertThat(bench.message(mail).reason()).hasToString("no mail server is configured");
        assertThat(bench.message(text).state()).isEqualTo(MessageState.NOT_SENT);
        assertThat(bench.message(text).reason()).hasToString("no gateway for text messages is configured");

        bench.messages.resend(mail);
        assertThat(bench.message(mail).state()).isEqualTo(MessageState.WRITTEN);
        assertThat(bench.dispatched).containsExactly(mail, text, mail);
        assertThatThrownBy(() -> bench.messages.resend(mail)).isInstanceOf(RefusedInput.class);
    }
}
