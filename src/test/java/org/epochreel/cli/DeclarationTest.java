package org.epochreel.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.epochreel", importOptions = ImportOption.DoNotIncludeTests.class)
class DeclarationTest {

    /** One annotation is enough for Java to set up its reading of annotations, at every start of the program. */
    @ArchTest
    static final ArchRule commandsAreDeclaredWithoutAnnotations = noClasses()
            .should().dependOnClassesThat(describe("are annotations of picocli",
                    (JavaClass type) -> type.isAnnotation() && type.getPackageName().startsWith("picocli")));
}
