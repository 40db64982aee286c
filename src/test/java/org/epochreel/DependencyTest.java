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
            .layer("gallery").definedBy("org.epochreel.gallery..")
            .layer("batch").definedBy("org.epochreel.batch..")
            .layer("render").definedBy("org.epochreel.render..")
            .layer("training").definedBy("org.epochreel.training..")
            .layer("landscape").definedBy("org.epochreel.landscape..")
            .layer("chart").definedBy("org.epochreel.chart..")
            .layer("video").definedBy("org.epochreel.video..")
            .layer("scene").definedBy("org.epochreel.scene..")
            .layer("data").definedBy("org.epochreel.data..")
            .layer("network").definedBy("org.epochreel.network..")
            .layer("sound").definedBy("org.epochreel.sound..")
            .layer("random").definedBy("org.epochreel.random..")
            .layer("values").definedBy("org.epochreel.frame..", "org.epochreel.run..", "org.epochreel.picture..", "org.epochreel.print..",
                    "org.epochreel.text..", "org.epochreel.files..", "org.epochreel.font..")
            .whereLayer("cli").mayNotBeAccessedByAnyLayer()
            .whereLayer("gallery").mayOnlyBeAccessedByLayers("cli")
            .whereLayer("batch").mayOnlyBeAccessedByLayers("gallery", "cli")
            .whereLayer("render").mayOnlyBeAccessedByLayers("gallery", "batch", "cli")
            .whereLayer("training").mayOnlyBeAccessedByLayers("render", "gallery")
            .whereLayer("landscape").mayOnlyBeAccessedByLayers("render", "chart")
            .whereLayer("chart").mayOnlyBeAccessedByLayers("render", "gallery")
            .whereLayer("video").mayOnlyBeAccessedByLayers("render", "gallery")
            .whereLayer("scene").mayOnlyBeAccessedByLayers(
                    "training", "landscape", "chart", "video", "render", "batch", "gallery", "cli")
            .whereLayer("data").mayOnlyBeAccessedByLayers("scene", "training", "chart", "render", "gallery")
            .whereLayer("network").mayOnlyBeAccessedByLayers("scene", "training", "chart", "render", "gallery")
            .whereLayer("sound").mayOnlyBeAccessedByLayers("scene", "video", "render")
            .whereLayer("random").mayOnlyBeAccessedByLayers("data", "network", "training", "landscape");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("org.epochreel.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsFormNoCycle =
            slices().matching("org.epochreel.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule kernelsKnowNoModels = noClasses()
            .that().resideInAPackage("org.epochreel.network.kernel..")
            .should().dependOnClassesThat().resideInAPackage("org.epochreel.network");

    @ArchTest
    static final ArchRule onlyModelsAndTheirLossesKnowKernels = noClasses()
            .that().resideOutsideOfPackages("org.epochreel.network..", "org.epochreel.training..")
            .should().dependOnClassesThat().resideInAPackage("org.epochreel.network.kernel..");

    @ArchTest
    static final ArchRule onlyTheCommandLineParsesArguments = noClasses()
            .that().resideOutsideOfPackage("org.epochreel.cli..")
            .should().dependOnClassesThat().resideInAnyPackage("picocli..", "me.tongfei..");

    @ArchTest
    static final ArchRule onlyDrawingKnowsCharts = noClasses()
            .that().resideOutsideOfPackage("org.epochreel.chart..")
            .should().dependOnClassesThat().resideInAnyPackage("org.jfree..");

    @ArchTest
    static final ArchRule onlyFontsKnowFontFiles = noClasses()
            .that().resideOutsideOfPackage("org.epochreel.font..")
            .should().dependOnClassesThat().resideInAnyPackage("org.apache.fontbox..");

    @ArchTest
    static final ArchRule onlyDrawingKnowsPanelsAndPixels = noClasses()
            .that().resideOutsideOfPackage("org.epochreel.chart..")
            .should().dependOnClassesThat().resideInAnyPackage(
                    "org.epochreel.chart.layout..", "org.epochreel.chart.mask..", "org.epochreel.chart.panel..");

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
