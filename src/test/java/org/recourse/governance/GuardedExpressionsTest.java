package org.recourse.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.text.Speech;
import org.recourse.text.Written;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

@Tag("B6")
class GuardedExpressionsTest {

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final Speech speech = new Speech(Written::new, ZoneOffset.UTC, new SimpleMeterRegistry());
    private final GuardedExpressions expressions = new GuardedExpressions(new DelegateBeans(beans), speech);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${''['class']}",
                "${list.getClass()}",
                "${list.class}",
                "${list.stream()}",
                "${list['class']}",
                "${thread.contextClassLoader}",
                "${runtime.exec('id')}",
                "${secretService}",
                "${secretService.open()}",
                "${processEngine}",
                "${burglarDelegate.execute(null)}",
                "${variableContext.getClass()}",
                "${S('x')}",
                "${dateTime()}"
            })
    void see_no_classes_methods_services_or_other_beans(String text) {
        beans.registerSingleton("secretService", new Object());
        beans.registerSingleton("burglarDelegate", new BurglarDelegate());

        assertThatThrownBy(() -> value(text)).isInstanceOfAny(ELException.class, IllegalArgumentException.class);
    }

    @Test
    void see_variables_and_delegates() {
        var delegate = new BurglarDelegate();
        beans.registerSingleton("burglarDelegate", delegate);

        assertThat(value("#{burglarDelegate}")).isSameAs(delegate);
        assertThat(value("${word == 'yes'}")).isEqualTo(true);
        assertThat(value("${!flag}")).isEqualTo(false);
    }

    private Object value(String text) {
        var variables = Variables.createVariables()
                .putValue("list", List.of(1))
                .putValue("word", "yes")
                .putValue("flag", true)
                .putValue("thread", Thread.currentThread())
                .putValue("runtime", Runtime.getRuntime());
        return expressions
                .createValueExpression(text)
                .getValue(expressions.createElContext(variables.asVariableContext()));
    }
}
