package org.recourse.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.customer.TestTables;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R5: what is suggested, and in which order. */
class ArticlesTest {

    private Articles articles;

    DataSource tables() {
        return TestTables.h2();
    }

    @BeforeEach
    void empty() {
        articles = new Articles(JdbcClient.create(tables()));
    }

    @Test
    void theBestSuccessRateComesFirstThenTheMostUsed() {
        article("never used", "mobile phone", null, 0, 0);
        article("never agreed", "mobile phone", null, 9, 0);
        article("half", "mobile phone", null, 2, 1);
        article("half, often", "mobile phone", null, 8, 4);
        article("best", "mobile phone", null, 4, 3);

        assertThat(articles.fitting("mobile phone", null, 10))
                .extracting(Article::title)
                .containsExactly("best", "half, often", "half", "never agreed", "never used");
        assertThat(articles.fitting("mobile phone", null, 1)).hasSize(1);
    }

    @Test
    void theProductFitsWhateverItsCaseAndWhatStandsBesideIt() {
        article("phone", "Mobile phone", null, 0, 0);
        article("laundry", "Wäsche-Trockner", null, 0, 0);
        article("any", null, null, 0, 0);

        assertThat(titles("MOBILE PHONE")).containsExactly("phone", "any");
        assertThat(titles("mobile phone, roaming")).containsExactly("phone", "any");
        assertThat(titles("WÄSCHE-TROCKNER 3000")).containsExactly("laundry", "any");
        assertThat(titles("mobile phones")).containsExactly("any");
        assertThat(titles("100% _ ' \\")).containsExactly("any");
        assertThat(titles(null)).containsExactly("any");
    }

    @Test
    void theCauseNarrowsOnlyWhenItIsKnown() {
        article("long wait", null, "long-wait", 0, 0);
        article("other", null, "other", 0, 0);
        article("any", null, null, 0, 0);

        assertThat(articles.fitting(null, "long-wait", 9))
                .extracting(Article::title)
                .containsExactly("long wait", "any");
        assertThat(articles.fitting(null, " ", 9)).hasSize(3);
    }

    @Test
    void anOutcomeCounts() {
        Article added = article("refund", "mobile phone", null, 1, 1);

        articles.recordOutcome(added.id(), true);
        articles.recordOutcome(added.id(), false);
        articles.recordOutcome(4711, true);

        Article counted = articles.byId(added.id()).orElseThrow();
        assertThat(counted.uses()).isEqualTo(3);
        assertThat(counted.successes()).isEqualTo(2);
        assertThat(counted.product()).isEqualTo("mobile phone");
        assertThat(counted.reviewOn()).isEqualTo(LocalDate.of(2027, 1, 31));
    }

    @Test
    void theDemoHasArticlesForTheStoriesAndLoadsOnce() throws Exception {
        DemoArticles demo = new DemoArticles(articles);
        demo.run(new DefaultApplicationArguments());
        int loaded = articles.fitting("mobile phone", null, 99).size();
        demo.run(new DefaultApplicationArguments());

        assertThat(articles.fitting("mobile phone", null, 99)).hasSize(loaded);
        assertThat(titles("Mobile phone")).contains("Roaming charged twice: refund at once");
        assertThat(titles("business line")).contains("Business line down: technician by noon of the next day");
        assertThat(titles("washing machine")).contains("Washing machine arrived damaged: exchange");
    }

    private Iterable<String> titles(@Nullable String product) {
        return articles.fitting(product, null, 99).stream().map(Article::title).toList();
    }

    private Article article(String title, @Nullable String product, @Nullable String cause, int uses, int successes) {
        return articles.add(new Article(
                0, title, "We do it today.", product, cause, uses, successes, "owner1", LocalDate.of(2027, 1, 31)));
    }
}
