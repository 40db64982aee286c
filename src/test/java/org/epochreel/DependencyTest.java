package org.epochreel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.epochreel", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyTest {

    @ArchTest
    static final ArchRule stationsDependOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli").definedBy("org.epochreel.cli..")
            .layer("batch").definedBy("org.epochreel.batch..")
            .layer("render").definedBy("org.epochreel.render..")
            .layer("training").definedBy("org.epochreel.training..")
            .layer("chart").definedBy("org.epochreel.chart..")
            .layer("video").definedBy("org.epochreel.video..")
            .layer("sound").definedBy("org.epochreel.sound..")
            .layer("scene").definedBy("org.epochreel.scene..")
            .layer("data").definedBy("org.epochreel.data..")
            .layer("network").definedBy("org.epochreel.network..")
            .layer("random").definedBy("org.epochreel.random..")
            .layer("values").definedBy("org.epochreel.frame..", "org.epochreel.metrics..", "org.epochreel.picture..")
            .whereLayer("cli").mayNotBeAccessedByAnyLayer()
            .whereLayer("batch").mayOnlyBeAccessedByLayers("cli")
            .whereLayer("render").mayOnlyBeAccessedByLayers("batch", "cli")
            .whereLayer("training").mayOnlyBeAccessedByLayers("render", "batch")
            .whereLayer("chart").mayOnlyBeAccessedByLayers("render", "batch")
            .whereLayer("video").mayOnlyBeAccessedByLayers("render", "batch")
            .whereLayer("sound").mayOnlyBeAccessedByLayers("video", "render", "batch")
            .whereLayer("scene").mayOnlyBeAccessedByLayers("training", "chart", "video", "render", "batch", "cli")
            .whereLayer("data").mayOnlyBeAccessedByLayers("scene", "training", "chart", "render", "batch")
            .whereLayer("network").mayOnlyBeAccessedByLayers("scene", "training", "chart", "render", "batch")
            .whereLayer("random").mayOnlyBeAccessedByLayers("data", "network", "training");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("org.epochreel.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsOfSoundFormNoCycle =
            slices().matching("org.epochreel.sound.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheCommandLineParsesArguments = noClasses()
            .that().resideOutsideOfPackage("org.epochreel.cli..")
            .should().dependOnClassesThat().resideInAnyPackage("picocli..", "me.tongfei..");

    @ArchTest
    static final ArchRule onlyDrawingKnowsCharts = noClasses()
            .that().resideOutsideOfPackage("org.epochreel.chart..")
            .should().dependOnClassesThat().resideInAnyPackage("org.jfree..", "org.apache.fontbox..");

    @ArchTest
    static final ArchRule onlyEncodingKnowsVideo = noClasses()
            .that().resideOutsideOfPackage("org.epochreel.video..")
            .should().dependOnClassesThat().resideInAnyPackage("org.jcodec..");

    @ArchTest
    static final ArchRule onlyItsTablesKnowJaad = noClasses()
            .that().doNotHaveFullyQualifiedName("org.epochreel.sound.aac.code.JaadTables")
            .should().dependOnClassesThat().resideInAnyPackage("net.sourceforge.jaad..");

    @ArchTest
    static final ArchRule nothingCallsMathWhoseLastBitVaries = noClasses()
            .should().callMethod(Math.class, "exp", double.class)
            .orShould().callMethod(Math.class, "expm1", double.class)
            .orShould().callMethod(Math.class, "log", double.class)
            .orShould().callMethod(Math.class, "log10", double.class)
            .orShould().callMethod(Math.class, "log1p", double.class)
            .orShould().callMethod(Math.class, "pow", double.class, double.class)
            .orShould().callMethod(Math.class, "sin", double.class)
            .orShould().callMethod(Math.class, "cos", double.class)
            .orShould().callMethod(Math.class, "tan", double.class)
            .orShould().callMethod(Math.class, "atan", double.class)
            .orShould().callMethod(Math.class, "atan2", double.class, double.class)
            .orShould().callMethod(Math.class, "acos", double.class)
            .orShould().callMethod(Math.class, "tanh", double.class)
            .orShould().callMethod(Math.class, "hypot", double.class, double.class);
}
