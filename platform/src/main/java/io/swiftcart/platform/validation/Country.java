package io.swiftcart.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A country by its code of two capital letters in ISO 3166-1; absent is valid. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Country.Known.class)
public @interface Country {
    /** What is said of another value. */
    String message() default "is no country of ISO 3166-1 in two capital letters";

    /** Of no use here, but every constraint has it. */
    Class<?>[] groups() default {};

    /** Of no use here, but every constraint has it. */
    Class<? extends Payload>[] payload() default {};

    /** Knows the codes that the JDK knows. */
    final class Known implements ConstraintValidator<Country, String> {
        private static final Set<String> CODES = Set.of(Locale.getISOCountries());

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code == null || CODES.contains(code);
        }
    }
}
