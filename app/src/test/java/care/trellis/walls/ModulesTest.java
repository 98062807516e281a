package care.trellis.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import care.trellis.Trellis;
import care.trellis.base.Permit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The borders of the rooms, and who may hand out permits. */
class ModulesTest {

    @Test
    void a_room_reaches_only_what_stands_left_of_it() {
        ApplicationModules.of(
                        Trellis.class,
                        resideInAnyPackage("care.trellis.engine..", "care.trellis.server..")
                                .or(
                                        com.tngtech.archunit.core.domain.properties.HasName
                                                .Predicates.nameStartingWith("gg.jte")))
                .verify();
    }

    @Test
    void only_the_decision_place_hands_out_permits() {
        var program =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("care.trellis");

        noClasses()
                .that()
                .resideOutsideOfPackage("care.trellis.access")
                .should()
                .callMethodWhere(
                        com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                        com.tngtech.archunit.core.domain.properties.HasName
                                                .Predicates.name("granted"))
                                .and(
                                        com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                                com.tngtech.archunit.core.domain.properties.HasOwner
                                                        .Predicates.With.owner(
                                                        com.tngtech.archunit.core.domain.JavaClass
                                                                .Predicates.equivalentTo(
                                                                Permit.class)))))
                .check(program);
    }
}
