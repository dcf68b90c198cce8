package org.droveway.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.droveway.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class TestArchitecture {
    private static final String ROOT = "org.droveway.agent";

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.droveway.agent.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyNeedsTheWiring = noClasses()
            .that()
            .resideInAPackage("org.droveway.agent.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule libvirtStaysAtItsEdge = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".libvirt..", "org.libvirt..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.libvirt..");

    @ArchTest
    static final ArchRule nativeCodeStaysAtTheEdges = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOT + ".libvirt..", ROOT + ".firewall..", ROOT + ".observation..", "org.libvirt..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.jna..");

    @ArchTest
    static final ArchRule certificatesAreMadeInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".identity..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule bouncyCastleIsNotLoadedAtEveryStart = classes()
            .that()
            .resideInAPackage(ROOT + ".identity..")
            .and()
            .doNotHaveSimpleName("SigningRequest")
            .and()
            .doNotHaveSimpleName("PrivateKeyText")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule theHostKnowsNothingOfMigrations = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + ".config..",
                    ROOT + ".store..",
                    ROOT + ".identity..",
                    ROOT + ".firewall..",
                    ROOT + ".lease..",
                    ROOT + ".journal..",
                    ROOT + ".observation..",
                    ROOT + ".inventory..",
                    ROOT + ".link..",
                    ROOT + ".enrolment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".migration..",
                    ROOT + ".negotiation..",
                    ROOT + ".relay..",
                    ROOT + ".peer..",
                    ROOT + ".libvirt..");
}
