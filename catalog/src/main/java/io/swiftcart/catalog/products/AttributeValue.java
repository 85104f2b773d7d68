package io.swiftcart.catalog.products;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value of a product's attribute: text of at most 500 characters, a boolean, or a number that
 * every JSON reader can hold. Nothing nested and no null, so that each can be a facet.
 */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AttributeValue.Validator.class)
@interface AttributeValue {
    String message() default
            "must be a text of at most 500 characters, a number of at most 15 digits, or a boolean";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Judges one value as the JSON reader made it. */
    class Validator implements ConstraintValidator<AttributeValue, Object> {
        private static final int MAX_LENGTH = 500;
        private static final int MAX_DIGITS = 15;

        @Override
        public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
            return switch (value) {
                case String text -> text.length() <= MAX_LENGTH;
                case Boolean _ -> true;
                case Double number when !Double.isFinite(number) -> false;
                case Number number -> isShort(new BigDecimal(number.toString()));
                case null, default -> false;
            };
        }

        private static boolean isShort(BigDecimal number) {
            return number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_DIGITS;
        }
    }
}
