package org.recourse.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.record.HappeningJson.Stored;
import org.recourse.record.MoneyHappening.Amount;
import org.recourse.text.Sentence;
import org.recourse.text.TableText;
import org.recourse.text.Written;

/** What happened is stored as data, words of people apart from it, and read again as the same. */
@Tag("R26")
@NullUnmarked
class HappeningJsonTest {

    private static final Instant AT = Instant.parse("2026-11-24T09:02:00Z");

    @Test
    void words_of_people_stand_apart_and_come_back_in_their_places() {
        Happening moved =
                new CourseHappening.Moved(new Words("C-10017"), new Words("C-10018"), new Words("Same phone."));
        Stored stored = HappeningJson.write(moved);

        assertThat(stored.payload()).doesNotContain("C-1001", "phone");
        assertThat(stored.words()).isEqualTo("[\"C-10017\",\"C-10018\",\"Same phone.\"]");
        assertThat(HappeningJson.read("moved", stored.payload(), stored.words()))
                .isEqualTo(moved);
        assertThat(moved.said()).hasToString("from C-10017 to C-10018: Same phone.");
    }

    @Test
    void what_was_erased_is_told_as_such_while_the_event_stays() {
        Stored stored = HappeningJson.write(new TalkHappening.Answered("escalate", new Words("I want your boss.")));

        Happening erased = HappeningJson.read("answered", stored.payload(), "[null]");
        assertThat(erased.code()).isEqualTo("escalate");
        assertThat(erased.said().toString()).endsWith(": (erased)").doesNotContain("boss");
    }

    @Test
    void money_instants_and_what_a_table_was_told_come_back_as_they_were() {
        for (Happening what : List.of(
                new TalkHappening.Proposed(new Words("Pay back"), List.of(amount("18.40"), amount("5.00")), AT),
                new MoneyHappening.Granted(amount("649.00"), "paid", "P-1"),
                new Ruled(
                        "AssessUrgency",
                        3,
                        Map.of("mood", 4, "repeat", false, "tier", "gold"),
                        Map.of("urgency", 85),
                        new TableText(Map.of("en", "legal threat"))),
                new MoneyHappening.ApprovalRuled(true, Sentence.of("event.value", AT)),
                new MessageHappening.Told("agent1", "late", Words.of(new Written("The call is late."))))) {
            assertThat(again(what)).isEqualTo(what);
        }
    }

    @Test
    void a_payload_that_cannot_be_read_is_shown_as_unreadable() {
        for (Happening read : List.of(
                HappeningJson.read("settled", "{\"outcome\":", null),
                HappeningJson.read("told-by-an-oracle", "{}", null),
                HappeningJson.read("callback-booked", "{\"from\":\"tomorrow\"}", null),
                HappeningJson.read("opened", "{\"title\":0}", "no array"),
                HappeningJson.read("left-blank", "null", null),
                HappeningJson.read("opened", "{\"channel\":\"phone\"}", null))) {
            assertThat(read).isInstanceOf(Happening.Unreadable.class);
            assertThat(read.said()).hasToString("this line cannot be read by this release");
        }
    }

    @Test
    void each_record_that_is_stored_has_its_kind() {
        assertThat(Arrays.stream(EventKind.values()).map(EventKind::type))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Happening.class.getPermittedSubclasses())
                        .flatMap(type ->
                                type.isInterface() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.of(type))
                        .filter(type -> type != Happening.Unreadable.class)
                        .<Class<? extends Happening>>map(type -> type.asSubclass(Happening.class))
                        .toList());
    }

    private static Amount amount(String amount) {
        return new Amount("refund", new BigDecimal(amount), "EUR");
    }

    private static Happening again(Happening what) {
        Stored stored = HappeningJson.write(what);
        return HappeningJson.read(EventKind.of(what).value(), stored.payload(), stored.words());
    }
}
