package org.recourse.cost;

import java.io.IOException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Camunda's starter with its defaults (no authorization, history full) and Recourse's diagrams. Whatever is submitted
 * stays a process variable; delegates do nothing but steer, with variables as short-lived as Recourse's, and start the
 * same processes beside the case. Facts that no form asks for are spared: the decision tables fall through to a later row.
 */
public final class StockEngine {

    private StockEngine() {}

    public static ApplicationContextRunner on(String jdbcUrl) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionAutoConfiguration.class,
                        CamundaBpmAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + jdbcUrl,
                        "camunda.bpm.generate-unique-process-engine-name=true",
                        "camunda.bpm.auto-deployment-enabled=false",
                        "camunda.bpm.generic-properties.properties.group-resource-whitelist-pattern=[a-z0-9-]+",
                        "camunda.bpm.job-execution.enabled=false")
                .withUserConfiguration(StockDelegates.class);
    }

    public static void deploy(ApplicationContext context) throws IOException {
        var deployment = context.getBean(RepositoryService.class).createDeployment();
        var resources = new PathMatchingResourcePatternResolver();
        for (String pattern : new String[] {"bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form"}) {
            for (Resource resource : resources.getResources("classpath:" + pattern)) {
                deployment.addInputStream(resource.getFilename(), resource.getInputStream());
            }
        }
        deployment.deploy();
    }
}
