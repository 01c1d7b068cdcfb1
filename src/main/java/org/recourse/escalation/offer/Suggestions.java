package org.recourse.escalation.offer;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.identifier.CaseNumber;
import org.recourse.knowledge.Article;
import org.recourse.knowledge.Articles;
import org.recourse.text.Speech;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which articles were put before the agent in a case: later the gaps in our knowledge are found from them (R5, R25). */
@Repository
public class Suggestions {

    private static final int AT_MOST = 3;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Articles articles;
    private final Clock clock;
    private final Speech speech;

    Suggestions(JdbcClient jdbc, Cases cases, Articles articles, Clock clock, Speech speech) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.articles = articles;
        this.clock = clock;
        this.speech = speech;
    }

    /** Chooses the articles that fit product and cause, best success rate first; again after each refused angle. */
    public void suggest(CaseNumber caseNumber) {
        EscalationCase escalation = cases.get(caseNumber);
        List<Long> fitting =
                articles.fitting(escalation.text(CaseField.PRODUCT), escalation.text(CaseField.CAUSE), AT_MOST).stream()
                        .map(Article::id)
                        .toList();
        if (!fitting.isEmpty()) {
            jdbc.sql("""
                            insert into suggestion (case_number, article_id, suggested_at)
                            select :caseNumber, id, :now from offer_article
                            where id in (:fitting) and not exists
                              (select 1 from suggestion where case_number = :caseNumber and article_id = offer_article.id)""")
                    .param("caseNumber", caseNumber)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("fitting", fitting)
                    .update();
        }
    }

    public List<Map<String, Object>> rows(CaseNumber caseNumber) {
        return jdbc
                .sql("select article_id from suggestion where case_number = ? order by suggested_at")
                .param(caseNumber)
                .query(Long.class)
                .list()
                .stream()
                .flatMap(id -> articles.byId(id).stream())
                .map(article -> Map.<String, Object>of(
                        "title", article.title(),
                        "solution", article.solution(),
                        "successRate",
                                article.uses() == 0
                                        ? speech.say("offer.article-is-new")
                                        : speech.say("offer.percent", 100 * article.successes() / article.uses())))
                .toList();
    }
}
