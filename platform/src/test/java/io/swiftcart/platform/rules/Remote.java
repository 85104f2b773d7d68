package io.swiftcart.platform.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.stream.Stream;

/** What lies on the other side of a network, except PostgreSQL. */
final class Remote {
    private static final String REST_CLIENT =
            "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

    static final DescribedPredicate<JavaClass> IS_REMOTE =
            DescribedPredicate.describe("are remote", Remote::isRemote);

    private static final DescribedPredicate<JavaClass> LIBRARIES =
            resideInAnyPackage(
                    "io.quarkus.mailer..",
                    "io.quarkus.redis..",
                    "io.smallrye.reactive.messaging..",
                    "io.vertx..core.http..",
                    "io.vertx..ext.mail..",
                    "io.vertx..ext.web.client..",
                    "io.vertx..redis..",
                    "java.net.http..",
                    "org.apache.kafka..",
                    "org.eclipse.microprofile.reactive.messaging..");

    private Remote() {}

    private static boolean isRemote(JavaClass type) {
        boolean ourClient =
                type.getPackageName().startsWith("io.swiftcart.")
                        && type.getSimpleName().endsWith("Client");
        return ourClient || type.isAnnotatedWith(REST_CLIENT) || LIBRARIES.test(type);
    }

    static boolean isConnection(JavaClass type) {
        return type.getName()
                .matches(
                        "io\\.vertx\\.(mutiny\\.|reactivex\\.)?sqlclient\\.(SqlConnection|SqlClient)");
    }

    static boolean opensTransaction(JavaMethodCall call) {
        return call.getName().matches("(in|with|\\w+In)Transaction");
    }

    /** Where the calls of a method may land: itself, and what implements it. */
    static Stream<JavaCodeUnit> landings(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        return Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().equals(call.getName()))
                .filter(
                        method ->
                                method.getRawParameterTypes()
                                        .equals(call.getTarget().getRawParameterTypes()))
                .map(JavaCodeUnit.class::cast);
    }
}
