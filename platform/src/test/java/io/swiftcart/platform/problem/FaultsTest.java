package io.swiftcart.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException("refused"), true),
                Arguments.of(new CompletionException(new ConnectException("refused")), true),
                Arguments.of(new TimeoutException(), true),
                Arguments.of(new io.smallrye.mutiny.TimeoutException(), true),
                Arguments.of(ClosedConnectionException.INSTANCE, true),
                Arguments.of(new VertxException("Connection was closed", true), true),
                Arguments.of(new NoStackTraceThrowable("Timeout"), true),
                Arguments.of(new NoStackTraceThrowable("Pool closed"), true),
                Arguments.of(new NoStackTraceThrowable("CONNECTION_CLOSED"), true),
                Arguments.of(new NoStackTraceThrowable("LOADING Redis is loading"), true),
                Arguments.of(new NoStackTraceThrowable("ERR user_script:1"), false),
                Arguments.of(postgres("57P01"), true),
                Arguments.of(postgres("08006"), true),
                Arguments.of(postgres("53300"), true),
                Arguments.of(postgres("40P01"), true),
                Arguments.of(postgres("40001"), true),
                Arguments.of(postgres("55P03"), true),
                Arguments.of(postgres("23505"), false),
                Arguments.of(postgres("42601"), false),
                Arguments.of(postgres(null), false),
                Arguments.of(new JsonParseException(null, "no JSON"), false),
                Arguments.of(new VertxException("something else", true), false),
                Arguments.of(new IllegalStateException("Timeout"), false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_comes_back_by_itself_is_told_from_a_defect(Throwable failure, boolean away) {
        assertEquals(away, Faults.away(failure));
    }

    private static PgException postgres(String state) {
        return new PgException("refused", "ERROR", state, null);
    }
}
