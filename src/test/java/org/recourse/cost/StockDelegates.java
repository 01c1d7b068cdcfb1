package org.recourse.cost;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.model.AfterCallIds;
import org.recourse.model.MessageIds;
import org.recourse.model.PromiseIds;
import org.springframework.context.annotation.Bean;

/**
 * What stands behind the service tasks in the stock engine: nothing but the steering that gateways and timers need, with
 * variables as short-lived as Recourse's, and the same processes beside the case.
 */
public class StockDelegates {

    private static final long ANY_ID = 1;

    @Bean
    JavaDelegate identifyCustomerDelegate() {
        return execution -> {
            steer(execution, "alreadyOpen", false);
            steer(execution, "callBackFirst", false);
            execution.setVariable("resumeAt", "listen");
        };
    }

    @Bean
    JavaDelegate suggestSolutionsDelegate() {
        return execution -> {};
    }

    @Bean
    JavaDelegate recordAnswerDelegate() {
        return execution -> steer(execution, "anglesLeft", true);
    }

    @Bean
    JavaDelegate handOverDelegate() {
        return execution -> {
            if (execution.getVariable("supervisorDecision") == null) {
                start(execution, AfterCallIds.PROCESS, Map.of("afterCall", "prepare-handover"));
            }
            start(execution, MessageIds.PROCESS, Map.of("messageId", ANY_ID));
        };
    }

    @Bean
    JavaDelegate recordSettlementDelegate() {
        return execution -> {
            if (execution.getVariable("supervisorDecision") == null) {
                start(execution, AfterCallIds.PROCESS, Map.of("afterCall", "wrap-up"));
            }
            steer(execution, "compensationAgreed", true);
        };
    }

    @Bean
    JavaDelegate grantCompensationDelegate() {
        return execution -> {};
    }

    @Bean
    JavaDelegate confirmToCustomerDelegate() {
        return execution -> {
            start(
                    execution,
                    PromiseIds.PROCESS,
                    Map.of("promiseId", ANY_ID, "dueSoonAt", inDays(1), "lateAt", inDays(2), "brokenAt", inDays(4)));
            start(execution, MessageIds.PROCESS, Map.of("messageId", ANY_ID));
        };
    }

    @Bean
    JavaDelegate scheduleCheckInDelegate() {
        return execution -> {
            execution.setVariable("checkInBy", "mail");
            execution.setVariable("followUpDue", inDays(5));
        };
    }

    @Bean
    JavaDelegate sendCheckInDelegate() {
        return execution -> {
            execution.setVariable("reminderDue", inDays(3));
            execution.setVariable("noAnswerDue", inDays(7));
            start(execution, MessageIds.PROCESS, Map.of("messageId", ANY_ID));
        };
    }

    @Bean
    JavaDelegate recordFollowUpDelegate() {
        return execution -> execution.setVariable("followUpOutcome", Variables.stringValue("settled", true));
    }

    @Bean
    JavaDelegate closeCaseDelegate() {
        return execution -> {};
    }

    @Bean
    JavaDelegate sendMessageDelegate() {
        return execution -> {};
    }

    @Bean
    JavaDelegate bookCallbackDelegate() {
        return execution -> {
            execution.setVariable("callbackDue", inDays(1));
            execution.setVariable("callbackUntil", inDays(2));
            execution.setVariable("reminderDue", inDays(1));
        };
    }

    @Bean
    JavaDelegate recordCallbackDelegate() {
        return execution -> {};
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
        return Date.from(
                Instant.ofEpochMilli(ClockUtil.getCurrentTime().getTime()).plus(days, ChronoUnit.DAYS));
    }
}
