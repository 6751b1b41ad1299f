package app.afterwell.booking;

import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.UnacceptableException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says of every field what is wrong with it. */
@Component
class InputCheck {

    private final Validator validator;

    InputCheck(Validator validator) {
        this.validator = validator;
    }

    /** @throws UnacceptableException naming each field whose declared constraint does not hold */
    void check(Object input) {
        var violations = validator.validate(input);
        if (violations.isEmpty()) {
            return;
        }
        throw new UnacceptableException(
                "invalid",
                "Some of this cannot be accepted.",
                violations.stream()
                        .map(InputCheck::problem)
                        .sorted(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::code))
                        .toList());
    }

    private static FieldProblem problem(ConstraintViolation<?> violation) {
        var constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new FieldProblem(
                violation.getPropertyPath().toString(),
                constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT),
                violation.getMessage());
    }
}
