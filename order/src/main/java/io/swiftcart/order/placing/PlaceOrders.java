package io.swiftcart.order.placing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.Waiting;
import io.swiftcart.order.recording.Contact;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.swiftcart.platform.problem.ProblemWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Places many orders, each by itself and under its own key: what becomes of one is nothing to the
 * others, and a batch that broke off is sent again as it was.
 */
@ApplicationScoped
class PlaceOrders {
    private static final String PATH = "/api/v1/orders/batch";
    private static final String KEY = "idempotencyKey";
    private static final int ITEMS_MAX = 500;

    /** Enough to keep the neighbours busy, and few enough to leave room for others. */
    private static final int AT_ONCE = 16;

    private final PlaceOrder placeOrder;
    private final ProblemWriter problems;
    private final ObjectMapper json;
    private final Validator validator;

    /** Who orders, and how long they wait for each order. */
    record Buyer(String id, @Nullable String email, @Nullable String name, Waiting waiting) {}

    PlaceOrders(
            PlaceOrder placeOrder, ProblemWriter problems, ObjectMapper json, Validator validator) {
        this.placeOrder = placeOrder;
        this.problems = problems;
        this.json = json;
        this.validator = validator;
    }

    /** The answers in the order of the items; a problem with status 400 for none or too many. */
    Uni<List<BatchView.Item>> with(List<JsonNode> items, Buyer buyer) {
        return all(items.size(), index -> item(items.get(index), buyer));
    }

    /** The same for lines of which each is an item in JSON. */
    Uni<List<BatchView.Item>> withLines(String lines, Buyer buyer) {
        List<String> items = lines.lines().filter(line -> !line.isBlank()).toList();
        return all(items.size(), index -> item(read(items.get(index)), buyer));
    }

    private Uni<List<BatchView.Item>> all(int size, IntFunction<Uni<Response>> placed) {
        if (size < 1 || size > ITEMS_MAX) {
            throw new Problem(
                            CommonProblem.VALIDATION_FAILED,
                            "A batch has 1 to " + ITEMS_MAX + " orders.")
                    .pointing("", "has " + size);
        }
        return Multi.createFrom()
                .items(IntStream.range(0, size).boxed())
                .onItem()
                .transformToUni(index -> answer(index, placed))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .map(
                        answers ->
                                answers.stream()
                                        .sorted(Comparator.comparingInt(BatchView.Item::index))
                                        .toList());
    }

    private Uni<BatchView.Item> answer(int index, IntFunction<Uni<Response>> placed) {
        return Uni.createFrom()
                .deferred(() -> placed.apply(index))
                .map(
                        response ->
                                new BatchView.Item(
                                        index,
                                        response.getStatus(),
                                        body((byte[]) response.getEntity())))
                .onFailure()
                .recoverWithItem(failure -> refusal(index, failure));
    }

    private Uni<Response> item(JsonNode item, Buyer buyer) {
        if (!(item instanceof ObjectNode object) || !object.path(KEY).isTextual()) {
            throw new Problem(
                            CommonProblem.IDEMPOTENCY_KEY_MISSING,
                            "Each order of a batch has a member idempotencyKey.")
                    .pointing("/" + KEY, "must be a text");
        }
        IdempotencyKey key = IdempotencyKey.of(object.path(KEY).textValue());
        PlaceOrderRequest request = order(object);
        return placeOrder.with(
                new PlaceOrder.Intent(
                        buyer.id(),
                        request,
                        Contact.of(
                                request.customer(),
                                request.shippingAddress(),
                                buyer.email(),
                                buyer.name()),
                        key,
                        buyer.waiting()));
    }

    /** By the same rules as an order that is sent by itself. */
    private PlaceOrderRequest order(ObjectNode item) {
        ObjectNode order = item.deepCopy();
        order.remove(KEY);
        try {
            PlaceOrderRequest request = json.treeToValue(order, PlaceOrderRequest.class);
            Set<ConstraintViolation<PlaceOrderRequest>> violations = validator.validate(request);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return request;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BatchView.Item refusal(int index, Throwable failure) {
        Throwable cause =
                failure.getCause() instanceof JsonProcessingException unreadable
                        ? unreadable
                        : failure;
        Problem problem = problems.of(cause);
        return new BatchView.Item(
                index, problem.code().status(), body(problems.body(problem, PATH)));
    }

    private JsonNode body(byte[] answer) {
        try {
            return json.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
