package org.oinfo.validation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages: jvm to kernels, everything else to nothing. */
class ArchitectureTest {
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.oinfo");

    @Test
    void classesOfEveryModuleAreLookedAt() {
        assertThat(PRODUCTION)
                .anyMatch(c -> c.getPackageName().equals("org.oinfo.kernels"))
                .anyMatch(c -> c.getPackageName().equals("org.oinfo.data"));
    }

    @Test
    void kernelsDependOnTheJavaBaseAndTheVectorModuleOnly() {
        classes()
                .that()
                .resideInAPackage("org.oinfo.kernels..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.oinfo.kernels..",
                        "java.lang..",
                        "java.util..",
                        "java.math..",
                        "java.nio..",
                        "jdk.incubator.vector..",
                        "org.jspecify.annotations..")
                .check(PRODUCTION);
    }

    @Test
    void kernelsDoNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage("org.oinfo.kernels..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.util.logging..")
                .check(PRODUCTION);
    }

    @Test
    void backendsAreReachedThroughTheirInterfacesOnly() {
        noClasses()
                .that(resideInAPackage("org.oinfo..")
                        .and(resideInAnyPackage(
                                        "org.oinfo.kernels.scalar..", "org.oinfo.kernels.simd..", "org.oinfo.cuda..")
                                .negate()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.oinfo.kernels.scalar..", "org.oinfo.kernels.simd..", "org.oinfo.cuda..")
                .check(PRODUCTION);
    }

    @Test
    void nothingDependsOnBenchmarksOrValidation() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.oinfo.bench..", "org.oinfo.validation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.oinfo.bench..", "org.oinfo.validation..")
                .check(PRODUCTION);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.oinfo.(*)..").should().beFreeOfCycles().check(PRODUCTION);
        slices().matching("org.oinfo.kernels.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(PRODUCTION);
    }
}
