package io.swiftcart.gateway.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.gateway.ServiceTls;
import io.swiftcart.gateway.Services;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks every service for the same internal page, with the token of whoever asks. */
@Singleton
class AskServices {
    private static final Logger LOG = Logger.getLogger(AskServices.class);
    private static final int CONNECT_MILLIS = 1_000;

    /** A look at every invariant takes its time. */
    private static final int ANSWER_MILLIS = 20_000;

    private final Config config;
    private final ObjectMapper json;

    /** What services answer is theirs to judge; a dead letter may hold what no request may. */
    private final ObjectMapper trusting =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final HttpClient client;
    private final String scheme;

    AskServices(Vertx vertx, Config config, ObjectMapper json, ServiceTls tls) {
        this.config = config;
        this.json = json;
        this.scheme = tls.scheme();
        this.client =
                vertx.createHttpClient(
                        tls.on(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS)));
    }

    /**
     * A request for one internal page.
     *
     * @param bearer the value of the Authorization header
     * @param body sent as JSON; none for a GET
     */
    record Question(HttpMethod method, String uri, String bearer, @Nullable Object body) {}

    /**
     * The answers of all services with a database, in no order. A problem with status 503 that
     * names the service when one does not answer.
     */
    <T> Uni<List<T>> all(Question question, Class<T> type) {
        return Multi.createFrom()
                .iterable(Services.WITH_DATABASE)
                .onItem()
                .transformToUniAndMerge(
                        service ->
                                ask(service, question)
                                        .map(answer -> read(answer, type))
                                        .onFailure()
                                        .transform(failure -> unanswered(service, failure)))
                .collect()
                .asList();
    }

    private Uni<Buffer> ask(String service, Question question) {
        List<String> replicas =
                config.getValues("swiftcart." + service + ".addresses", String.class);
        return connect(replicas, question)
                .chain(request -> send(request, question))
                .chain(AskServices::bodyOf);
    }

    /** The next replica is tried only when no connection could be had. */
    private Uni<HttpClientRequest> connect(List<String> replicas, Question question) {
        RequestOptions options =
                new RequestOptions()
                        .setMethod(question.method())
                        .setAbsoluteURI(scheme + "://" + replicas.getFirst() + question.uri())
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setIdleTimeout(ANSWER_MILLIS);
        List<String> others = replicas.subList(1, replicas.size());
        Uni<HttpClientRequest> first = client.request(options);
        return others.isEmpty()
                ? first
                : first.onFailure().recoverWithUni(() -> connect(others, question));
    }

    private Uni<HttpClientResponse> send(HttpClientRequest request, Question question) {
        request.putHeader("Authorization", question.bearer());
        request.putHeader(Correlation.HTTP_HEADER, Correlation.current());
        Correlation.traceparentOfCall()
                .ifPresent(parent -> request.putHeader(Correlation.TRACEPARENT, parent));
        if (question.body() == null) {
            return request.send();
        }
        request.putHeader("Content-Type", "application/json");
        return request.send(Buffer.buffer(written(question.body())));
    }

    private static Uni<Buffer> bodyOf(HttpClientResponse answer) {
        return answer.statusCode() == 200
                ? answer.body()
                : Uni.createFrom().failure(new IOException("status " + answer.statusCode()));
    }

    private byte[] written(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(Buffer answer, Class<T> type) {
        try {
            return trusting.readValue(answer.getBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem unanswered(String service, Throwable failure) {
        LOG.warnf("The service %s does not answer the operators: %s", service, failure);
        return new Problem(
                        CommonProblem.SERVICE_UNAVAILABLE,
                        "The service " + service + " does not answer. Try again in a moment.")
                .retryAfter(Duration.ofSeconds(1));
    }
}
