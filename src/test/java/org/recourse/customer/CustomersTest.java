package org.recourse.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.customer.Identification.Found;
import org.recourse.customer.Identification.Several;
import org.recourse.customer.Identification.Unknown;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.PersonId;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.dao.DuplicateKeyException;

/** R22, R20: who is calling, what we know of them, and that corrections leave a trail. */
class CustomersTest {

    private Customers customers;

    DataSource tables() {
        return TestTables.h2();
    }

    @BeforeEach
    void empty() {
        customers = TestTables.customers(tables());
    }

    @Test
    void aCustomerIsCreatedFromTheLittleThatIsKnown() {
        Customer byPhone = customers.meet(null, null, "0171 3920001", null);
        Customer byMail = customers.meet("", "Ada Berg", "", "Ada.Berg@Example.COM");

        assertThat(byPhone.number()).isEqualTo("C-N1");
        assertThat(byPhone.phones()).containsExactly("+491713920001");
        assertThat(byPhone.preferredChannel()).isEqualTo(ContactChannel.TEXT);
        assertThat(byMail.number()).isEqualTo("C-N2");
        assertThat(byMail.emails()).containsExactly("ada.berg@example.com");
        assertThat(byMail.preferredChannel()).isEqualTo(ContactChannel.MAIL);
        assertThat(byMail.tier()).isEqualTo(Tier.STANDARD);
        assertThat(customers.byNumber("C-N2")).contains(byMail);
        assertThat(byMail).hasToString("Customer C-N2");
    }

    @Test
    void aGivenNumberIsKeptAndCannotBeTakenTwice() {
        assertThat(customers.meet("C-7", "Ada", null, null).number()).isEqualTo("C-7");

        assertThat(refused(() -> customers.create("C-7", Map.of("name", "Bea"))))
                .isEqualTo("customerNumber");
        assertThatThrownBy(() -> customers.meet("C-7", "Bea", null, null)).isInstanceOf(DuplicateKeyException.class);
        assertThat(refused(() -> customers.meet("C 7'; --", "Bea", null, null))).isEqualTo("customerNumber");
    }

    @Test
    void anOwnNumberThatSomebodyWasGivenIsSkipped() {
        customers.meet("C-N1", "Ada", null, null);

        assertThat(customers.meet(null, "Bea", null, null).number()).isEqualTo("C-N2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0171 3920001", "+49 (0)171 392-0001", "0049 171/3920001", "+491713920001", " 0171.392.0001 "})
    void aPhoneIsFoundInAnyNotation(String notation) {
        Customer ada = customers.meet("C-1", "Ada", "0171/3920001", null);

        assertThat(customers.byPhone(notation)).containsExactly(ada);
        assertThat(customers.identify(null, notation, null)).isEqualTo(new Found(ada));
    }

    @Test
    void aMailAddressIsFoundWhateverItsCase() {
        Customer ada = customers.meet("C-1", "Ada", null, "ada@example.com");

        assertThat(customers.byEmail(" ADA@example.COM")).containsExactly(ada);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "anonymous", "+49 1", "0171 392000100000000", "ada@example.com", "'; drop table x"})
    void aPhoneThatIsNoneIsRefusedByName(String phone) {
        assertThat(refused(() -> customers.identify(null, phone, null))).isEqualTo("phone");
        assertThat(refused(() -> customers.meet(null, null, phone, null))).isEqualTo("phone");
        assertThat(customers.byPhone(phone)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@",
                "@example.com",
                "ada@example",
                "Ada <ada@example.com>",
                "a@b.example\nBcc: x@y.example",
                "a b@example.com",
                "a@example.com,b@example.com"
            })
    void aMailAddressThatIsNoneIsRefusedByName(String email) {
        assertThat(refused(() -> customers.identify(null, null, email))).isEqualTo("email");
        assertThat(refused(() -> customers.meet(null, null, null, email))).isEqualTo("email");
        assertThat(customers.byEmail(email)).isEmpty();
    }

    @Test
    void severalMatchesAreOfferedAndNoneIsGuessed() {
        Customer ada = customers.meet("C-1", "Ada", "0171 3920001", "family@example.com");
        Customer bea = customers.meet("C-2", "Bea", "0171 3920001", "bea@example.com");
        Customer cem = customers.meet("C-3", "Cem", "0171 3920003", "cem@example.com");

        assertThat(customers.identify(null, "0171 3920001", null)).isEqualTo(new Several(List.of(ada, bea)));
        assertThat(customers.identify(null, "0171 3920001", "bea@example.com")).isEqualTo(new Found(bea));
        assertThat(customers.identify(null, "0171 3920003", "bea@example.com"))
                .isEqualTo(new Several(List.of(bea, cem)));
        assertThat(customers.identify(null, "0171 3920003", "new@example.com")).isEqualTo(new Found(cem));
        assertThat(customers.identify("C-1", "0171 3920003", null)).isEqualTo(new Found(ada));
        assertThat(customers.identify("C-99", "0171 3920003", null)).isEqualTo(new Several(List.of(cem)));
        assertThat(customers.identify("C-99", null, null)).isEqualTo(new Unknown());
        assertThat(customers.identify(null, "", " ")).isEqualTo(new Unknown());
    }

    @Test
    void aCorrectionChangesWhatIsGivenAndLeavesATrail() {
        customers.meet("C-1", "Ada", "0171 3920001", "ada@example.com");

        Customer corrected = customers.correct(
                "C-1",
                Map.of("phones", "0171 3920009; 030 23125009", "tier", "gold", "yearlyValue", "1140", "name", "Ada"),
                PersonId.of("supervisor1"));

        assertThat(customers.byNumber("C-1")).contains(corrected);
        assertThat(corrected.phones()).containsExactly("+491713920009", "+493023125009");
        assertThat(corrected.emails()).containsExactly("ada@example.com");
        assertThat(corrected.yearlyValue()).isEqualTo(new BigDecimal("1140.00"));
        assertThat(customers.byPhone("0171 3920001")).isEmpty();
        assertThat(customers.changes("C-1"))
                .extracting(CustomerChange::field, CustomerChange::before, CustomerChange::after)
                .containsExactly(
                        tuple("phones", "+491713920001", "+491713920009; +493023125009"),
                        tuple("tier", "standard", "gold"),
                        tuple("yearlyValue", "", "1140.00"));
        assertThat(customers.changes("C-1"))
                .allMatch(change -> change.who().equals(PersonId.of("supervisor1"))
                        && change.at().equals(TestTables.CLOCK.instant()));
    }

    @ParameterizedTest
    @CsvSource({
        "tier, platinum",
        "zone, Mars/Olympus",
        "language, German",
        "yearlyValue, -1",
        "yearlyValue, 1.005",
        "yearlyValue, 1e30",
        "yearlyValue, 1e999999999",
        "yearlyValue, 1.140",
        "currency, EURO",
        "customerSince, 31.3.2017",
        "preferredChannel, fax",
        "mayMail, perhaps",
        "phones, 12",
        "emails, nobody",
        "shoeSize, 43"
    })
    void aWrongCorrectionIsRefusedByNameAndChangesNothing(String field, String text) {
        Customer before = customers.meet("C-1", "Ada", "0171 3920001", null);

        assertThat(refused(() -> customers.correct("C-1", Map.of("name", "Bea", field, text), PersonId.of("agent1"))))
                .isEqualTo(field);
        assertThat(customers.byNumber("C-1")).contains(before);
        assertThat(customers.changes("C-1")).isEmpty();
    }

    @Test
    void nobodyIsCorrectedThatDoesNotExist() {
        assertThat(refused(() -> customers.correct("C-99", Map.of("name", "Bea"), PersonId.of("agent1"))))
                .isEqualTo("customerNumber");
        assertThatThrownBy(() -> customers.correct("C-99", Map.of(), PersonId.of("agent1")))
                .isInstanceOf(RefusedInput.class);
    }

    @Test
    void theDemoHasTheCustomersOfTheStoriesAndLoadsOnce() throws Exception {
        DemoCustomers demo = new DemoCustomers(customers);
        demo.run(new DefaultApplicationArguments());
        demo.run(new DefaultApplicationArguments());

        Customer brandt = customers.byNumber("C-10088").orElseThrow();
        assertThat(brandt.name()).isEqualTo("Thomas Brandt");
        assertThat(brandt.tier()).isEqualTo(Tier.GOLD);
        assertThat(brandt.yearlyValue()).isEqualTo(new BigDecimal("1140.00"));
        assertThat(customers.byNumber("C-10017")).isPresent();
        assertThat(customers.byNumber("C-10123")).isPresent();
        assertThat(customers.byPhone("030 23125034")).hasSize(2);
    }

    private static String refused(Runnable call) {
        return catchThrowableOfType(RefusedInput.class, call::run).field();
    }
}
