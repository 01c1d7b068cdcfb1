package org.recourse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.form.SteeringVariable;
import org.recourse.form.SteeringVariable.Lasting;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ReflectionUtils;

/** Expressions are of few kinds, so that a diagram never holds a rule that belongs to a service or a table. */
@Tag("R24")
class ExpressionRulesTest {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern BEAN = Pattern.compile("#\\{(\\w+)}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{!?(\\w+)( == '[a-z-]+')?}");
    private static final Set<String> BUSINESS_KEY = Set.of("#{execution.processBusinessKey}");
    private static final Pattern DECISION = Pattern.compile("\\$\\{decisionResult\\.getSingleResult\\(\\)\\.\\w+}");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "scriptTask|camunda:script|camunda:class=|camunda:expression=|Listener|singleResult|camunda:connector|camunda:formKey");

    @Test
    void expressions_are_of_the_agreed_kinds() {
        assertThat(expressions())
                .allMatch(expression -> BEAN.matcher(expression).matches()
                        || VARIABLE.matcher(expression).matches()
                        || BUSINESS_KEY.contains(expression)
                        || DECISION.matcher(expression).matches());
    }

    @Test
    void every_delegate_is_used_by_a_diagram_and_every_diagram_finds_its_delegates() {
        assertThat(named(BEAN)).containsExactlyInAnyOrderElementsOf(delegates());
    }

    @Test
    void the_variables_of_the_diagrams_are_those_declared_in_Java() {
        assertThat(named(VARIABLE)).isSubsetOf(declared(SteeringVariable.class, Lasting.class));
    }

    @Test
    void the_engine_stores_fewer_than_twenty_kinds_of_variables() {
        assertThat(declared(Lasting.class)).hasSizeLessThan(20);
        assertThat(declared(SteeringVariable.class, Lasting.class)).doesNotHaveDuplicates();
    }

    @Test
    void there_are_no_scripts_listeners_or_classes_in_a_diagram() {
        assertThat(Models.sources())
                .allSatisfy((file, source) -> assertThat(
                                ELSEWHERE.matcher(source).results().map(found -> file + ": " + found.group()))
                        .isEmpty());
    }

    private static List<String> declared(Class<?>... places) {
        return Stream.of(places)
                .flatMap(place -> Stream.of(place.getFields()))
                .map(constant -> (String) ReflectionUtils.getField(constant, null))
                .toList();
    }

    private static List<String> expressions() {
        return Models.sources().values().stream()
                .flatMap(source -> EXPRESSION.matcher(source).results().map(found -> found.group()))
                .toList();
    }

    private static Set<String> named(Pattern kind) {
        return expressions().stream()
                .map(kind::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> delegates() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        return scanner.findCandidateComponents("org.recourse").stream()
                .filter(bean -> bean.getBeanClassName().contains(".process."))
                .map(bean -> AnnotationBeanNameGenerator.INSTANCE.generateBeanName(
                        (AnnotatedBeanDefinition) bean, new SimpleBeanDefinitionRegistry()))
                .collect(Collectors.toSet());
    }
}
