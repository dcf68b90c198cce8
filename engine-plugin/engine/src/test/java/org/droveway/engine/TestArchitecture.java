package org.droveway.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** The rules of the design's section 4 about who may know whom. */
@AnalyzeClasses(packages = "org.droveway.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class TestArchitecture {
    private static final String ROOT = "org.droveway.engine.";
    private static final String[] CORE = {
        ROOT + "address",
        ROOT + "digest",
        ROOT + "inventory",
        ROOT + "policy",
        ROOT + "datacentercfg",
        ROOT + "network",
        ROOT + "scheduling",
        ROOT + "migration"
    };
    private static final DescribedPredicate<JavaClass> EDGES = resideInAnyPackage(
            ROOT + "api..", ROOT + "platform..", ROOT + "agentlink..", ROOT + "security..", "..store..", "..service..");

    @ArchTest
    static final ArchRule CORE_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..",
                    "javax..",
                    "java.io..",
                    "java.nio.channels..",
                    "java.nio.file..",
                    "java.net..",
                    "java.sql..",
                    "org.hibernate..")
            .because("a pure core is tested by the thousand and reused by simulators")
            .as("core packages know no EE and no I/O");

    @ArchTest
    static final ArchRule CORE_HAS_NO_CLOCK_AND_NO_CHANCE = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule CORE_DOES_NOT_KNOW_THE_EDGES =
            noClasses().that().resideInAnyPackage(CORE).should().dependOnClassesThat(EDGES);

    @ArchTest
    static final ArchRule DEPENDENCIES_GO_ONE_WAY = classes()
            .that()
            .resideInAPackage(ROOT + "inventory")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    ROOT + "inventory",
                    ROOT + "address",
                    "org.droveway.protocol..",
                    "java..",
                    "com.fasterxml.jackson.annotation",
                    "org.jspecify.."));

    @ArchTest
    static final ArchRule PLATFORM_TYPES_STAY_IN_THE_PLATFORM = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "platform..")
            .because("everybody else knows the ports only");

    @ArchTest
    static final ArchRule ONLY_THE_PLATFORM_TALKS_TO_AGENTS = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "platform..", ROOT + "agentlink..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "agentlink..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_API = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "api..");

    @ArchTest
    static final ArchRule NO_LIBVIRT_IN_THE_ENGINE =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.libvirt..", "com.sun.jna..");

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_SUBJECTS =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();
}
