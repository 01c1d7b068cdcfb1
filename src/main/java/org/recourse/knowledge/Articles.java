package org.recourse.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The articles: what to propose to this customer, and which proposals customers agree to. */
@Repository
public class Articles {

    private final JdbcClient jdbc;

    Articles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Articles for this complaint: best success rate first, then most used; never used ones come last. An article
     * fits when its product occurs in the product told, whatever the case of letters, or when it has none.
     *
     * @param product as the agent wrote it; blank leaves the articles without a product
     * @param cause null or blank when not known yet: then every cause fits
     */
    public List<Article> fitting(@Nullable String product, @Nullable String cause, int limit) {
        return jdbc.sql("""
                        select * from article
                        where (product_key is null or position(' ' || product_key || ' ' in :product) > 0)
                          and (cause is null or :cause = '' or lower(cause) = :cause)
                        order by case when uses = 0 then -1 else cast(successes as double precision) / uses end desc,
                                 uses desc, id
                        limit :limit
                        """)
                .param("product", ' ' + words(product) + ' ')
                .param("cause", cause == null ? "" : cause.strip().toLowerCase(Locale.ROOT))
                .param("limit", limit)
                .query(Article.class)
                .list();
    }

    public Optional<Article> byId(long id) {
        return jdbc.sql("select * from article where id = :id")
                .param("id", id)
                .query(Article.class)
                .optional();
    }

    public boolean exists(String title) {
        return jdbc.sql("select count(*) from article where title = :title")
                        .param("title", title)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Counts a proposal of this article and whether the customer agreed; unknown ids count nothing. */
    public void recordOutcome(long articleId, boolean agreed) {
        jdbc.sql("update article set uses = uses + 1, successes = successes + :agreed where id = :id")
                .param("agreed", agreed ? 1 : 0)
                .param("id", articleId)
                .update();
    }

    /** Adds the article under a new id, whatever its own. */
    public Article add(Article article) {
        String productKey = words(article.product());
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into article
                            (title, solution, product, product_key, cause, uses, successes, owner, review_on)
                        values (:title, :solution, :product, :productKey, :cause, :uses, :successes, :owner, :reviewOn)
                        """)
                .param("title", article.title())
                .param("solution", article.solution())
                .param("product", productKey.isEmpty() ? null : article.product())
                .param("productKey", productKey.isEmpty() ? null : productKey)
                .param("cause", article.cause())
                .param("uses", article.uses())
                .param("successes", article.successes())
                .param("owner", article.owner())
                .param("reviewOn", article.reviewOn())
                .update(key, "id");
        Number id = key.getKey();
        return byId(id == null ? 0 : id.longValue()).orElseThrow();
    }

    private static String words(@Nullable String product) {
        return product == null
                ? ""
                : product.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip();
    }
}
