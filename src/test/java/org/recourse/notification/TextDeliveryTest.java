package org.recourse.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.customer.TestTables;

/** R32: text messages through a gateway that misbehaves: asked again with the same key, delivered once. */
class TextDeliveryTest {

    private MisbehavingGateway gateway;
    private Workbench bench;
    private long id;

    DataSource tables() {
        return TestTables.h2();
    }

    @BeforeEach
    void start() throws Exception {
        gateway = new MisbehavingGateway();
        bench = new Workbench(tables(), null, gateway.url());
        id = bench.checkIn("check-in/1", bench.texter());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aTextIsDeliveredOnce() {
        bench.messages.deliver(id);
        bench.messages.deliver(id);

        assertThat(gateway.keys).containsExactly("check-in/1");
        assertThat(gateway.texts).hasSize(1);
        assertThat(gateway.texts.get(0)).contains("+491713920018").contains("https://r.example/rate/t");
        assertThat(bench.message(id).state()).isEqualTo(MessageState.SENT);
    }

    /** R30: told by text message, through a gateway that fails once. */
    @Test
    void theAlarmOfDangerToLifeReachesTheSafetyContactHoweverTheGatewayFeels() {
        long alarm = bench.alarm(bench.customer(
                "safety-contact", "phones", "0171 3920099", "preferredChannel", "text", "language", "en"));
        gateway.answers.add(503);
        assertThatThrownBy(() -> bench.messages.deliver(alarm)).isInstanceOf(MessageNotDelivered.class);
        bench.messages.deliver(alarm);

        assertThat(gateway.texts).hasSize(1);
        assertThat(gateway.texts.get(0)).contains("+491713920099", "Danger to life", "Maria Keller", "+491713920017");
    }

    @Test
    void noAnswerIsAskedAgainWithTheSameKey() {
        gateway.answers.add(MisbehavingGateway.SILENCE);

        assertRefusedForNow("the gateway for text messages did not answer");
        bench.messages.deliver(id);

        assertThat(gateway.keys).containsExactly("check-in/1", "check-in/1");
        assertThat(gateway.texts).hasSize(1);
        assertThat(bench.message(id).state()).isEqualTo(MessageState.SENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 409, 401})
    void anErrorThatMayPassIsAskedAgain(int status) {
        gateway.answers.add(status);

        assertRefusedForNow("the gateway for text messages answered " + status);
        bench.messages.deliver(id);

        assertThat(bench.message(id).state()).isEqualTo(MessageState.SENT);
        assertThat(bench.message(id).attempts()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 422})
    void aRefusalIsNotRepeatedAndWaitsForAnOperator(int status) {
        gateway.answers.add(status);
        bench.messages.deliver(id);
        bench.messages.deliver(id);

        assertThat(gateway.keys).hasSize(1);
        assertThat(bench.message(id).state()).isEqualTo(MessageState.FAILED);
        assertThat(bench.message(id).reason()).hasToString("the gateway for text messages answered " + status);
    }

    @Test
    void aCrashBetweenSendingAndRecordingIsHealedByTheKey() {
        bench.messages.deliver(id);
        bench.jdbc.sql("update message set state = 'sending', sent_at = null").update();
        bench.messages.deliver(id);

        assertThat(gateway.keys).hasSize(2);
        assertThat(gateway.texts).hasSize(1);
        assertThat(bench.message(id).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aGatewayThatIsGoneIsAskedAgain() {
        gateway.close();

        assertRefusedForNow("the gateway for text messages did not answer");
    }

    private void assertRefusedForNow(String reason) {
        assertThatThrownBy(() -> bench.messages.deliver(id))
                .isInstanceOf(MessageNotDelivered.class)
                .hasMessageEndingWith(reason);
        assertThat(bench.message(id).state()).isEqualTo(MessageState.WRITTEN);
    }
}
