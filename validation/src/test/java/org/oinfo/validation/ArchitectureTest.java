package org.oinfo.validation;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages: jvm to kernels, everything else to nothing. */
class ArchitectureTest {
    /** A library must be a file before it can be loaded. */
    private static final String LIBRARY_FILE = "org\\.oinfo\\.kernels\\.foreign\\.LibraryFile(\\$.*)?";

    private static final JavaClasses PRODUCTION = production();

    @Test
    void classesOfEveryModuleAreLookedAt() {
        assertThat(PRODUCTION)
                .anyMatch(c -> c.getPackageName().equals("org.oinfo.kernels"))
                .anyMatch(c -> c.getPackageName().equals("org.oinfo"))
                .anyMatch(c -> c.getPackageName().equals("org.oinfo.data"))
                .anyMatch(c -> c.getPackageName().equals("org.oinfo.study"))
                .anyMatch(c -> c.getPackageName().equals("org.oinfo.spark"));
    }

    @Test
    void kernelsDependOnTheJavaBaseAndTheVectorModuleOnly() {
        classes()
                .that()
                .resideInAPackage("org.oinfo.kernels..")
                .and()
                .haveNameNotMatching(LIBRARY_FILE)
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

    /** A clock that is set anew must change nothing: pauses, deadlines and seconds are of System.nanoTime. */
    @Test
    void nobodyAsksForTheTimeOfDay() {
        noClasses()
                .that()
                .resideInAPackage("org.oinfo..")
                // What was left behind an hour ago, by the times of its files.
                .and()
                .haveNameNotMatching(LIBRARY_FILE)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.time\\.(Instant|Clock|Local.*|Zoned.*|Offset.*)|java\\.util\\.(Date|Calendar)")
                .check(PRODUCTION);
    }

    @Test
    void cudaKernelsDependOnTheKernelsAndJCudasDriverOnly() {
        classes()
                .that()
                .resideInAPackage("org.oinfo.cuda..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.oinfo.cuda..",
                        "org.oinfo.kernels",
                        "java..",
                        "jcuda",
                        "jcuda.driver",
                        "org.jspecify.annotations..")
                .allowEmptyShould(true)
                .check(PRODUCTION);
    }

    @Test
    void onlyTheHandlesKnowJCuda() {
        noClasses()
                .that()
                .resideInAPackage("org.oinfo..")
                .and()
                .resideOutsideOfPackage("org.oinfo.cuda.driver..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jcuda..")
                .check(PRODUCTION);
    }

    @Test
    void kernelsDoNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage("org.oinfo.kernels..")
                .and()
                .haveNameNotMatching(LIBRARY_FILE)
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
                                        "org.oinfo.kernels.scalar..",
                                        "org.oinfo.kernels.simd..",
                                        "org.oinfo.kernels.foreign..",
                                        "org.oinfo.cuda..")
                                .negate()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.oinfo.kernels.scalar..",
                        "org.oinfo.kernels.simd..",
                        "org.oinfo.kernels.foreign..",
                        "org.oinfo.cuda..")
                .check(PRODUCTION);
    }

    @Test
    void theLibraryDoesNotKnowItsCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("org.oinfo..")
                .and()
                .resideOutsideOfPackages("org.oinfo.cli..", "org.oinfo.study.command..", "org.oinfo.spark..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.oinfo.cli..")
                .check(PRODUCTION);
    }

    @Test
    void commandsOfOtherModulesAreMadeWithWhatIsThereForThem() {
        noClasses()
                .that()
                .resideInAPackage("org.oinfo.study..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.oinfo.cli..")
                        .and(resideInAnyPackage(
                                        "org.oinfo.cli.process..", "org.oinfo.cli.typed..", "org.oinfo.cli.input..")
                                .negate())
                        .and(not(name("org.oinfo.cli.CommandProvider"))))
                .check(PRODUCTION);
    }

    @Test
    void onlyTheModuleOfSparkKnowsIt() {
        noClasses()
                .that()
                .resideInAPackage("org.oinfo..")
                .and()
                .resideOutsideOfPackage("org.oinfo.spark..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.oinfo.spark..", "org.apache.spark..", "org.apache.hadoop..", "scala..")
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
        // Every package is a slice of its own, org.oinfo and the rooms of rooms included.
        slices().matching("org.(**)").should().beFreeOfCycles().check(PRODUCTION);
    }

    /**
     * The classes of the modules that validation depends on, and those of the CUDA kernels, the command line, the
     * study, Spark and the benchmarks where they have been built: nobody depends on the first, and the jars of the others hold all modules.
     */
    private static JavaClasses production() {
        List<Location> locations = new ArrayList<>(Locations.ofPackage("org.oinfo"));
        for (Path module : List.of(
                Path.of("..", "cuda"),
                Path.of("..", "jvm", "cli"),
                Path.of("..", "jvm", "study"),
                Path.of("..", "jvm", "spark"),
                Path.of("..", "bench"))) {
            Path classes = module.resolve("target").resolve("classes");
            if (Files.isDirectory(classes)) {
                locations.add(Location.of(classes));
            }
        }
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importLocations(locations);
    }
}
