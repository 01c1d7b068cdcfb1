package org.recourse.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers are those of payment cards. */
@NullUnmarked
@Tag("R22")
class CardNumbersTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "my telephone has the IMEI 356938035643809",
                "the article 5901234123457 was broken",
                "the factor is 0.5309136012499991",
                "call me on +4917139200174242",
                "account DE89370400440532013000",
                "order 4111111111111112",
                "order 9111111111111111",
                "3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19"
            })
    void what_no_issuer_gave_out_stays(String text) {
        assertThat(CardNumbers.hide(text)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Visa, 4111111111111111, ************1111",
        "Visa of 13 digits, 4222222222222, *********2222",
        "Visa in groups, 4111 1111 1111 1111, **** **** **** 1111",
        "Visa with points, 4111.1111.1111.1111, ****.****.****.1111",
        "Mastercard, 5555-5555-5555-4444, ****-****-****-4444",
        "Mastercard of the second series, 2223003122003222, ************3222",
        "American Express, 3782 822463 10005, **** ****** *0005",
        "Maestro, 6759649826438453, ************8453",
        "Discover, 6011111111111117, ************1117",
        "JCB, 3530111333300000, ************0000",
        "Diners, 3056 930902 5904, **** ****** 5904"
    })
    void of_a_card_only_the_last_four_digits_stay(String issuer, String number, String hidden) {
        assertThat(CardNumbers.hide("paid by " + issuer + " " + number + ", twice"))
                .isEqualTo("paid by " + issuer + " " + hidden + ", twice");
    }

    @Test
    void a_card_among_other_numbers_is_found() {
        assertThat(CardNumbers.hide("Order 20. 4111111111111111 4111111111111111, 1,4111111111111111"))
                .isEqualTo("Order 20. ************1111 ************1111, 1,************1111");
    }
}
