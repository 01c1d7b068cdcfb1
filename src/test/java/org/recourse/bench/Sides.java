package org.recourse.bench;

import org.recourse.cost.StockEngine;
import org.recourse.identity.WithoutWebServer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** The two sides inside this process: Recourse as in production, and the stock engine; both without a port. */
final class Sides {

    private Sides() {}

    static WebApplicationContextRunner recourse(String url) {
        return WithoutWebServer.with("production")
                .withPropertyValues(
                        "RECOURSE_DB_URL=" + url,
                        "RECOURSE_DB_USERNAME=postgres",
                        "RECOURSE_DB_PASSWORD=postgres",
                        "recourse.admin.id=boss",
                        "recourse.admin.password=not-a-known-one");
    }

    static ApplicationContextRunner stock(String url) {
        return StockEngine.on(url);
    }
}
