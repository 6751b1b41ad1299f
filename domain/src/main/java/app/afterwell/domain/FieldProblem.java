package app.afterwell.domain;

/**
 * What is wrong with one field of an input.
 *
 * @param field its path, such as {@code session.areas[0].region}
 * @param code stable, such as {@code required}
 * @param message for a person
 */
public record FieldProblem(String field, String code, String message) {}
