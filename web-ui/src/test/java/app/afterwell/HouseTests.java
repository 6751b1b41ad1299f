package app.afterwell;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/** The rules of the house that a compiler does not keep; see docs/architecture.md. */
class HouseTests {

    private static final String BASE = "app.afterwell";

    private static final Set<Class<?>> TIMES = Set.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class);

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(BASE);
    }

    @Test
    void modulesReachOneAnotherOnlyThroughWhatTheyOffer() {
        ApplicationModules.of(AfterwellApplication.class).verify();
    }

    @Test
    void pillarsKnowTheGroundFloorAndNotEachOther() {
        for (var pillar : Set.of("intake", "booking", "aftercare")) {
            noClasses()
                    .that()
                    .resideInAPackage(BASE + "." + pillar + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage(BASE + "..")
                            .and(DescribedPredicate.not(
                                    resideInAnyPackage(BASE + "." + pillar + "..", BASE + ".domain.."))))
                    .because("what crosses between pillars is in domain")
                    .check(house);
        }
        noClasses()
                .that()
                .resideInAPackage(BASE + ".domain..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(BASE + "..").and(DescribedPredicate.not(resideInAPackage(BASE + ".domain.."))))
                .check(house);
    }

    @Test
    void entitiesAndRepositoriesStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(house);
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .bePackagePrivate()
                .check(house);
    }

    @Test
    void timeComesFromAClockThatATestCanSet() {
        noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<>("asks the machine for the time") {
                    @Override
                    public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                        var target = call.getTarget();
                        return target.getName().equals("now")
                                && TIMES.stream()
                                        .anyMatch(type -> target.getOwner().isEquivalentTo(type))
                                && target.getRawParameterTypes().stream()
                                        .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
                    }
                })
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(house);
    }

    @Test
    void onlyTheRoofKnowsVaadin() {
        noClasses()
                .that(are(resideInAnyPackage(
                        BASE + ".domain..", BASE + ".intake..", BASE + ".booking..", BASE + ".aftercare..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(house);
    }

    @Test
    void whatAnObjectNeedsIsGivenToItsConstructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(house);
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Service.class)
                .and()
                .areNotStatic()
                .should()
                .bePrivate()
                .check(house);
    }

    @Test
    void everyUseCaseOfAPillarSaysWhoMayCallIt() {
        methods()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage(
                                BASE + ".intake..",
                                BASE + ".booking..",
                                BASE + ".aftercare..",
                                BASE + ".webui.security..")
                        .and(DescribedPredicate.describe(
                                "are public services",
                                type -> type.isAnnotatedWith(Service.class)
                                        && type.getModifiers().contains(JavaModifier.PUBLIC))))
                .and()
                .arePublic()
                .should(beGuarded())
                .check(house);
    }

    @Test
    void durableWorkIsNeverOnATimerOfItsOwn() {
        methods().should().notBeAnnotatedWith(Scheduled.class).check(house);
    }

    @Test
    void nothingIsPrintedPastTheLog() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .because("the log knows when, where and how grave it was")
                .check(house);
    }

    /**
     * Guarded itself or by its class; or called by the machine (a port of the domain, a listener); or public only because
     * the pillar has subpackages, and called by nobody outside of it.
     */
    private static ArchCondition<JavaMethod> beGuarded() {
        return new ArchCondition<>("be guarded by @PreAuthorize, or be a port, a listener or the pillar's own") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var owner = method.getOwner();
                boolean guarded = method.isAnnotatedWith(PreAuthorize.class)
                        || owner.isAnnotatedWith(PreAuthorize.class)
                        || method.isMetaAnnotatedWith(EventListener.class)
                        || method.isAnnotatedWith(ApplicationModuleListener.class)
                        || method.isAnnotatedWith(TransactionalEventListener.class)
                        || implementsAPort(method, owner)
                        || isThePillarsOwn(method);
                if (!guarded) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has no guard"));
                }
            }
        };
    }

    private static boolean isThePillarsOwn(JavaMethod method) {
        var pillar = pillar(method.getOwner());
        return !method.getAccessesToSelf().isEmpty()
                && method.getAccessesToSelf().stream()
                        .allMatch(access -> pillar(access.getOriginOwner()).equals(pillar));
    }

    /** The module's name, such as {@code booking}. */
    private static String pillar(JavaClass type) {
        var name = type.getPackageName() + ".";
        var rest = name.substring(Math.min(name.length(), BASE.length() + 1));
        return rest.substring(0, Math.max(0, rest.indexOf('.')));
    }

    private static boolean implementsAPort(JavaMethod method, JavaClass owner) {
        return owner.getAllRawInterfaces().stream()
                .filter(port -> port.getPackageName().equals(BASE + ".domain")
                        || !port.getPackageName().startsWith(BASE))
                .flatMap(port -> port.getMethods().stream())
                .anyMatch(ported -> ported.getName().equals(method.getName())
                        && ported.getRawParameterTypes().size()
                                == method.getRawParameterTypes().size());
    }
}
