package app.afterwell.domain;

import java.util.List;

/** The input was understood but cannot be accepted. */
public class UnacceptableException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String code;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serializable
    private final List<FieldProblem> problems;

    /** @param code stable, such as {@code review-open} */
    public UnacceptableException(String code, String message, List<FieldProblem> problems) {
        super(message);
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    public UnacceptableException(String code, String message) {
        this(code, message, List.of());
    }

    /** One bad field is enough to be unacceptable. */
    public static UnacceptableException field(String field, String code, String message) {
        return new UnacceptableException("invalid", message, List.of(new FieldProblem(field, code, message)));
    }

    public String code() {
        return code;
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
