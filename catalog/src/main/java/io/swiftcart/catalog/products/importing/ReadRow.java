package io.swiftcart.catalog.products.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.catalog.products.ProductRequest;
import io.swiftcart.catalog.products.PutProducts;
import io.swiftcart.catalog.products.importing.ImportRepository.Staged;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.swiftcart.platform.problem.ProblemWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.util.Set;

/** Makes a request of a row, by the rules and with the problems of the body of a request. */
@ApplicationScoped
class ReadRow {
    private final ObjectMapper json;
    private final Validator validator;
    private final ProblemWriter problems;

    ReadRow(ObjectMapper json, Validator validator, ProblemWriter problems) {
        this.json = json;
        this.validator = validator;
        this.problems = problems;
    }

    /** The product that the row is; a problem with status 400 when it is none. */
    ProductRequest of(Staged row) {
        ProductRequest request = parsed(row);
        Set<ConstraintViolation<ProductRequest>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw problems.of(new ConstraintViolationException(violations));
        }
        PutProducts.check(request);
        return request;
    }

    private ProductRequest parsed(Staged row) {
        ProductRequest request;
        try {
            request = json.readValue(row.payload().getBytes(), ProductRequest.class);
        } catch (IOException e) {
            throw problems.of(new BadRequestException(e));
        }
        if (request == null) {
            throw new Problem(
                    CommonProblem.MALFORMED_REQUEST, "The row is not the JSON of a product.");
        }
        return request;
    }
}
