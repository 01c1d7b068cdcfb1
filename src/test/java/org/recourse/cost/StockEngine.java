package org.recourse.cost;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
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
final class StockEngine {

    private static final long ANY_ID = 1;

    private StockEngine() {}

    static ApplicationContextRunner on(String jdbcUrl) {
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
                        "camunda.bpm.job-execution.enabled=false")
                .withBean("identifyCustomerDelegate", JavaDelegate.class, () -> StockEngine::identified)
                .withBean("suggestSolutionsDelegate", JavaDelegate.class, () -> execution -> {})
                .withBean("recordAnswerDelegate", JavaDelegate.class, () -> execution -> {})
                .withBean("recordSettlementDelegate", JavaDelegate.class, () -> StockEngine::settled)
                .withBean("grantCompensationDelegate", JavaDelegate.class, () -> execution -> {})
                .withBean("confirmToCustomerDelegate", JavaDelegate.class, () -> StockEngine::confirmed)
                .withBean("scheduleCheckInDelegate", JavaDelegate.class, () -> StockEngine::scheduled)
                .withBean("sendMessageDelegate", JavaDelegate.class, () -> execution -> {});
    }

    static void deploy(ApplicationContext context) throws IOException {
        var deployment = context.getBean(RepositoryService.class).createDeployment();
        var resources = new PathMatchingResourcePatternResolver();
        for (String pattern : new String[] {"bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form"}) {
            for (Resource resource : resources.getResources("classpath:" + pattern)) {
                deployment.addInputStream(resource.getFilename(), resource.getInputStream());
            }
        }
        deployment.deploy();
    }

    private static void identified(DelegateExecution execution) {
        steer(execution, "alreadyOpen", false);
        steer(execution, "callBackFirst", false);
        execution.setVariable("resumeAt", "listen");
    }

    private static void settled(DelegateExecution execution) {
        start(execution, "AfterCall", Map.of("afterCall", "wrap-up"));
        steer(execution, "compensationAgreed", true);
    }

    private static void confirmed(DelegateExecution execution) {
        start(
                execution,
                "Promise",
                Map.of("promiseId", ANY_ID, "dueSoonAt", inDays(1), "lateAt", inDays(2), "brokenAt", inDays(4)));
        start(execution, "Message", Map.of("messageId", ANY_ID));
    }

    private static void scheduled(DelegateExecution execution) {
        execution.setVariable("checkInBy", "mail");
        execution.setVariable("followUpDue", inDays(5));
    }

    private static void steer(DelegateExecution execution, String name, boolean value) {
        execution.setVariable(name, Variables.booleanValue(value, true));
    }

    private static void start(DelegateExecution execution, String process, Map<String, Object> variables) {
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey(process, execution.getProcessBusinessKey(), variables);
    }

    private static Date inDays(int days) {
        return Date.from(Instant.now().plus(days, ChronoUnit.DAYS));
    }
}
