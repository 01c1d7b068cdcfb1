package org.recourse.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;
import static org.recourse.model.CustomerEscalationIds.SERVICE_TASK_GRANT_COMPENSATION;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recourse.compensation.Grants.Grant;
import org.recourse.compensation.ledger.TestLedger;
import org.recourse.compensation.payment.MisbehavingPayments;
import org.recourse.compensation.payment.MisbehavingPayments.Mood;
import org.recourse.compensation.payment.PaymentSystem;
import org.recourse.compensation.payment.PaymentUnclear;
import org.recourse.compensation.payment.TestPayments;
import org.recourse.customer.TestTables;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.recourse.promise.Promises;
import org.recourse.record.CaseLog;

/** Granted exactly once, whatever the payment system does (R18): ledger and payment system agree afterwards. */
@Tag("R18")
@NullUnmarked
class GrantingTest {

    private static final CaseNumber CASE = CaseNumber.of("R-EU-2026-000001");

    MisbehavingPayments bank;
    TestLedger books;
    Grants grants;

    DataSource tables() {
        return TestTables.h2();
    }

    @BeforeEach
    void agree() throws IOException {
        bank = new MisbehavingPayments();
        books = new TestLedger(tables(), TestTables.CLOCK, "5000.00");
        books.open(CASE);
        grants = new Grants(books.jdbc, TestTables.CLOCK);
        Compensation agreed = Compensation.of(
                "refund", new BigDecimal("540.00"), "goodwill", new BigDecimal("60.00"), Compensation.EUR);
        books.transaction.executeWithoutResult(status -> {
            books.ledger.reserve(TestLedger.of(CASE), new BigDecimal("620.00"), "reserve");
            grants.agree(CASE, TestLedger.of(CASE).customerNumber(), 1, agreed, PersonId.of("supervisor1"), null);
        });
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @ParameterizedTest
    @EnumSource(Mood.class)
    void once_whatever_the_payment_system_answers(Mood mood) {
        bank.next(mood);

        grantUntilClear(node(payments()));

        assertGrantedOnce();
        assertThat(bank.accidents()).isZero();
    }

    @Test
    void once_when_everything_goes_wrong_in_turn() {
        bank.next(Mood.DEAF, Mood.FAILS, Mood.BOOKS_AND_SAYS_500, Mood.DEAF, Mood.BOOKS_IN_SILENCE);

        grantUntilClear(node(payments()));

        assertGrantedOnce();
    }

    @Test
    void once_when_we_crash_between_sending_and_recording() {
        PaymentSystem crashing = spy(payments());
        doAnswer(sent -> {
                    sent.callRealMethod();
                    throw new IllegalStateException("the machine stopped here");
                })
                .doCallRealMethod()
                .when(crashing)
                .pay(any(), anyBoolean());

        assertThatThrownBy(() -> node(crashing).grantAgreed(step())).hasMessage("the machine stopped here");
        assertThat(books.ledger.of(CASE).committed()).isEqualByComparingTo("0");

        node(payments()).grantAgreed(step());
        assertGrantedOnce();
    }

    @Test
    void once_when_the_job_runs_again_and_again() {
        for (int n = 0; n < 3; n++) {
            node(payments()).grantAgreed(step());
        }

        assertGrantedOnce();
        assertThat(bank.orders()).isEqualTo(2);
    }

    @Test
    void once_when_two_nodes_do_it_at_the_same_time() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Callable<Object>> work = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            Granting node = node(payments());
            work.add(Executors.callable(() -> grantUntilClear(node)));
        }
        for (Future<Object> done : nodes.invokeAll(work)) {
            done.get();
        }
        nodes.shutdown();

        assertGrantedOnce();
    }

    @Test
    void never_when_the_key_is_taken_by_something_else() throws IOException {
        bank.bookOtherwise(CASE + ".1.1", "1.00");

        for (int n = 0; n < 3; n++) {
            assertThatThrownBy(() -> node(payments()).grantAgreed(step())).isInstanceOf(PaymentUnclear.class);
        }
        assertThat(books.ledger.of(CASE).committed()).isEqualByComparingTo("0");
        assertThat(grants.of(CASE).get(0).state()).isEqualTo(GrantState.SENDING);
        assertThat(grants.of(CASE).get(0).lastAnswer().toString()).contains("amount=1.0");
    }

    @Test
    void by_hand_when_there_is_no_payment_system() {
        Granting byHand = node(TestPayments.at(""));
        byHand.grantAgreed(step());
        byHand.grantAgreed(step());

        assertThat(grants.in(GrantState.TO_PAY)).hasSize(2);
        assertThat(books.ledger.of(CASE).committed()).isEqualByComparingTo("600");
        assertThat(books.ledger.held(CASE)).isEqualByComparingTo("0");

        Grant first = grants.find(CASE + ".1.1").orElseThrow();
        byHand.paidByHand(first, "transfer 4711");
        byHand.paidByHand(first, "transfer 4711");
        assertThatThrownBy(() -> byHand.paidByHand(first, "transfer 4712"))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("is paid with transfer 4711; nothing was changed");
        assertThat(grants.in(GrantState.TO_PAY)).hasSize(1);
        assertThat(books.findings()).isEmpty();
    }

    private void grantUntilClear(Granting node) {
        for (int tried = 1; ; tried++) {
            try {
                node.grantAgreed(step());
                return;
            } catch (PaymentUnclear unclear) {
                assertThat(tried).as(unclear.getMessage()).isLessThan(8);
            }
        }
    }

    private void assertGrantedOnce() {
        assertThat(bank.booked()).containsExactlyInAnyOrder("payment 540.00", "credit 60.00");
        assertThat(books.ledger.of(CASE).committed()).isEqualByComparingTo(bank.total());
        assertThat(books.ledger.held(CASE)).isEqualByComparingTo("0");
        assertThat(grants.of(CASE)).allMatch(grant -> grant.state() == GrantState.PAID && grant.reference() != null);
        assertThat(books.findings()).isEmpty();
    }

    private PaymentSystem payments() {
        return TestPayments.at(bank.url());
    }

    private Granting node(PaymentSystem payments) {
        CurrentUser user = mock(CurrentUser.class);
        when(user.id()).thenReturn(PersonId.of("supervisor2"));
        return new Granting(
                grants, books.ledger, payments, mock(CaseLog.class), mock(Promises.class), user, books.transactions);
    }

    private static Step step() {
        return Step.byRoute(CASE, SERVICE_TASK_GRANT_COMPENSATION);
    }
}
