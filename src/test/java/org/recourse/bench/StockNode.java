package org.recourse.bench;

import org.recourse.cost.StockDelegates;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Camunda's starter with its web applications and its defaults, authorization on; nothing of Recourse but the diagrams. */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration",
            "org.springframework.boot.autoconfigure.session.SessionAutoConfiguration",
            "org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration"
        })
@Import(StockDelegates.class)
public class StockNode {

    public static void main(String[] args) {
        new SpringApplicationBuilder(StockNode.class)
                .properties(
                        "spring.config.location=optional:classpath:/no-configuration/",
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "camunda.bpm.auto-deployment-enabled=false",
                        "camunda.bpm.generic-properties.properties.group-resource-whitelist-pattern=[a-z0-9-]+",
                        "camunda.bpm.authorization.enabled=true")
                .run(args);
    }
}
