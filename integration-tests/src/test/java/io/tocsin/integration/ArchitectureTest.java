package io.tocsin.integration;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rooms of the house and who may know whom. Each rule says why. */
@AnalyzeClasses(packages = "io.tocsin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** A rule over no classes passes always: this is what keeps the others honest. */
    @ArchTest
    static void everyRoomIsSeen(JavaClasses classes) {
        for (String room : List.of("events", "runtime", "ingest", "stream", "alerts", "standalone")) {
            assertThat(classes.that(resideInAPackage("io.tocsin." + room + "..")))
                    .as(room)
                    .hasSizeGreaterThan(5);
        }
    }

    @ArchTest
    static final ArchRule eventsKnowJacksonAndKafkaClientsOnly = classes()
            .that()
            .resideInAPackage("io.tocsin.events..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.tocsin.events..",
                    "java..",
                    "org.jspecify..",
                    "com.fasterxml.jackson..",
                    "org.apache.kafka.common..",
                    "org.apache.kafka.clients.admin..")
            .because("people we never meet depend on the contract, and it must not bring a framework");

    @ArchTest
    static final ArchRule theStagesMeetInTopicsOnly = slices().matching("io.tocsin.(ingest|stream|alerts)..")
            .should()
            .notDependOnEachOther()
            .because("data flows one way, and each stage can run in a process of its own (DESIGN: the rooms)");

    @ArchTest
    static final ArchRule runtimeKnowsNoDomain = noClasses()
            .that()
            .resideInAPackage("io.tocsin.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.tocsin.events..",
                    "io.tocsin.ingest..",
                    "io.tocsin.stream..",
                    "io.tocsin.alerts..",
                    "io.tocsin.standalone..")
            .because("how a process lives is not what it is about");

    @ArchTest
    static final ArchRule nobodyKnowsTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackages("io.tocsin.standalone..", "io.tocsin.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.tocsin.standalone..")
            .because("the wiring knows the rooms, not the other way round");

    @ArchTest
    static final ArchRule oneClassBuildsEachTopology = noClasses()
            .that(not(simpleName("NewsTopology").or(simpleName("AlertTopology"))))
            .should()
            .dependOnClassesThat()
            .haveSimpleName("StreamsBuilder")
            .because("a reader finds the whole flow in one file");

    @ArchTest
    static final ArchRule oneClassRunsThem = noClasses()
            .that(not(simpleName("StreamRunner").or(simpleName("RecordErrors"))))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.streams.KafkaStreams")
            .because("how a topology is started, watched and stopped is decided once");

    @ArchTest
    static final ArchRule theCoreIsPure = noClasses()
            .that(resideInAnyPackage(
                    "io.tocsin.stream.text..",
                    "io.tocsin.stream.tag..",
                    "io.tocsin.stream.country..",
                    "io.tocsin.stream.topic..",
                    "io.tocsin.stream.escalation..",
                    "io.tocsin.stream.lexicon..",
                    "io.tocsin.stream.story..",
                    "io.tocsin.stream.signal..",
                    "io.tocsin.alerts.rule..",
                    "io.tocsin.alerts.lifecycle..",
                    "io.tocsin.alerts.route.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka.clients..",
                    "org.apache.kafka.streams..",
                    "io.micrometer..",
                    "java.net.http..",
                    "org.slf4j..")
            .because("tagging, statistics, rules and the lifecycle are plain Java that a test can call");

    @ArchTest
    static final ArchRule oneRoomForTika = noClasses()
            .that()
            .resideOutsideOfPackage("io.tocsin.ingest.parse..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.tika..")
            .because("the move to the next Tika must be small");

    @ArchTest
    static final ArchRule oneRoomEachForHttpClients = noClasses()
            .that()
            .resideOutsideOfPackages("io.tocsin.ingest.fetch..", "io.tocsin.alerts.notify..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("limits and refusals are decided where requests are made");

    @ArchTest
    static final ArchRule oneClassForTheBroker = noClasses()
            .that(not(simpleName("EmbeddedBroker")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka.server..", "org.apache.kafka.metadata..")
            .because("the embedded broker is no public API of Kafka");

    @ArchTest
    static final ArchRule noInternalsOfKafka = noClasses()
            .should()
            .dependOnClassesThat(are(resideInAPackage("org.apache.kafka..internals..")))
            .because("internals move without notice");

    @ArchTest
    static final ArchRule theOutsideWorldComesInThroughMain = noClasses()
            .that(not(simpleNameEndingWith("Main")))
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .because("time, environment and exit are arguments, so that a test owns them");

    @ArchTest
    static final ArchRule noStateInStatics =
            fields().that().areStatic().should().beFinal().because("two installations, or two tests, live in one JVM");

    @ArchTest
    static final ArchRule noThreadLocals = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocal.class)
            .because("what a thread needs it is given");

    @ArchTest
    static final ArchRule namesSayWhatLivesThere = noClasses()
            .should()
            .haveNameMatching(".*\\.[A-Z]\\w*(Util|Utils|Helper|Manager|Impl|DTO)")
            .orShould()
            .resideInAnyPackage(
                    "..util..", "..common..", "..impl..", "..model..", "..dto..", "..helper..", "..manager..")
            .because("a room is named after the noun of the domain that it holds");

    @ArchTest
    static final ArchRule packagesMakeNoCircles =
            slices().matching("io.tocsin.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule settingsAreRecords =
            classes().that(simpleNameEndingWith("Config")).should().beRecords().because("a process is configured once");

    @ArchTest
    static final ArchRule decisionsHaveReasons = methods()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage(
                            "io.tocsin.alerts.rule..", "io.tocsin.alerts.lifecycle..", "io.tocsin.alerts.route..")
                    .and(not(JavaClass.Predicates.assignableTo(Record.class))))
            .and()
            .arePublic()
            .and()
            .doNotHaveName("equals")
            .should()
            .notHaveRawReturnType(boolean.class)
            .because("whoever asks why the bell did not ring gets an answer");
}
