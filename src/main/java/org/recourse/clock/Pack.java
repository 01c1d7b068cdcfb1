package org.recourse.clock;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.TableText;

/**
 * A regulation's periods, as data ({@code packs/*.json}).
 *
 * @param id name by which configuration chooses it
 * @param version what it was taken from, and when
 * @param place whose public holidays count
 * @param zone in which its days begin and end
 */
record Pack(String id, String name, String version, String place, ZoneId zone, List<Milestone> milestones) {

    static final String FIRST_LETTER = "first-letter";
    static final String FINAL_ANSWER = "final-answer";

    /**
     * One period.
     *
     * @param what what has to be done
     * @param metBy {@code first-letter} or {@code final-answer}: what we write to the customer that does it
     * @param source the rule, as the regulator cites it: a title, the same in every language
     * @param note what it says, by language; English is among them when there is one
     * @param products words of a product that this period is for; empty: for every product that no other names
     * @param extended the longer period in exceptional circumstances; null when there is none
     */
    record Milestone(
            String what,
            int amount,
            String unit,
            String metBy,
            String source,
            @Nullable Map<String, String> note,
            @Nullable List<String> products,
            @Nullable Integer extended) {

        Target target() {
            return Target.parse(amount + " " + unit);
        }

        boolean isFor(String product) {
            return products != null && products.stream().anyMatch(product::contains);
        }
    }

    /** The period of each milestone for that product: one that names it comes before the general one. */
    List<Milestone> of(@Nullable String product) {
        String plain = product == null ? "" : product.toLowerCase(Locale.ROOT);
        return milestones.stream()
                .filter(each -> each.isFor(plain)
                        || each.products() == null
                                && milestones.stream()
                                        .noneMatch(other -> other.what().equals(each.what()) && other.isFor(plain)))
                .toList();
    }

    String policy() {
        return id + " " + version;
    }

    Saying rule(Milestone milestone, Target target) {
        return milestone.note() == null
                ? Sentence.of("clock.rule.regulation", milestone.source(), target.said(), policy())
                : Sentence.of(
                        "clock.rule.regulation-noted",
                        milestone.source(),
                        target.said(),
                        policy(),
                        new TableText(milestone.note()));
    }
}
