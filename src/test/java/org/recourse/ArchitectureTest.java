package org.recourse;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.web.bind.annotation.RestController;

/** Who may know whom (docs/architecture.md). */
@AnalyzeClasses(packages = "org.recourse", importOptions = ImportOption.DoNotIncludeTests.class)
@Tag("R24")
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_engine_is_known_in_few_places = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "..engine..", "..identity..", "..governance..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule capabilities_know_each_other_in_one_direction =
            slices().matching("org.recourse.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rooms_of_escalation_know_each_other_in_one_direction =
            slices().matching("org.recourse.escalation.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rooms_of_insight_know_each_other_in_one_direction =
            slices().matching("org.recourse.insight.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rooms_of_the_figures_know_each_other_in_one_direction =
            slices().matching("org.recourse.insight.figures.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rooms_of_identity_know_each_other_in_one_direction =
            slices().matching("org.recourse.identity.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rooms_of_the_engine_know_each_other_in_one_direction =
            slices().matching("org.recourse.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_case_itself_knows_no_other_room = noClasses()
            .that()
            .resideInAPackage("org.recourse.escalation.model..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.recourse.escalation..")
                    .and(resideOutsideOfPackage("org.recourse.escalation.model..")));

    @ArchTest
    static final ArchRule who_somebody_is_knows_no_way_of_logging_in = noClasses()
            .that()
            .resideInAPackage("org.recourse.identity")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.recourse.identity.*..");

    @ArchTest
    static final ArchRule a_delegate_is_one_of_a_capability_and_known_to_diagrams_only = classes()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .resideInAPackage("..process")
            .andShould()
            .haveSimpleNameEndingWith("Delegate")
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule routes_are_in_web = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .resideInAnyPackage("..web", "..identity..")
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule the_domain_does_not_know_the_web = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "..identity..", "..engine..", "..governance..", "..pages..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.springframework.web.bind..");

    @ArchTest
    static final ArchRule time_comes_from_the_injected_clock = noClasses()
            .that()
            .resideOutsideOfPackages("..engine..", "..demo")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule tables_are_reached_by_JdbcClient = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.recourse.record.CaseLog")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(JdbcTemplate.class, NamedParameterJdbcTemplate.class)
            .because("JdbcClient does it all but the batches of the log");

    @ArchTest
    static final ArchRule what_a_class_needs_comes_by_its_constructor =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule no_setter_is_called_by_Spring = noMethods().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule nobody_writes_to_the_console =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule fields_are_not_public =
            fields().that().areNotStatic().should().notBePublic();
}
