package app.afterwell.webui.api;

import app.afterwell.domain.BodyArea;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.PainScore;
import app.afterwell.domain.Pressure;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import app.afterwell.domain.UnacceptableException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns codes and numbers of a request into the published language, and gathers what is wrong with them by field. */
final class CodeReader {

    private final List<FieldProblem> problems = new ArrayList<>();

    /** @throws UnacceptableException {@code unknown-code} or {@code invalid}, if anything was wrong so far */
    void refuse() {
        if (!problems.isEmpty()) {
            boolean unknown =
                    problems.stream().anyMatch(problem -> problem.code().equals("unknown-code"));
            throw new UnacceptableException(
                    unknown ? "unknown-code" : "invalid", problems.getFirst().message(), problems);
        }
    }

    void problem(String field, String code, String message) {
        problems.add(new FieldProblem(field, code, message));
    }

    /** Whether a list holds nothing where something belongs. */
    boolean isMissing(String field, @Nullable Object element) {
        if (element == null) {
            problem(field, "required", "This is missing.");
        }
        return element == null;
    }

    /** The code, or the vocabulary's first if it is none; then {@link #refuse()} will. */
    <E extends Enum<E>> E code(String field, Class<E> vocabulary, @Nullable String code) {
        E[] codes = vocabulary.getEnumConstants();
        if (code == null || code.isBlank()) {
            problem(field, "required", "This is missing.");
            return codes[0];
        }
        for (E known : codes) {
            if (known.name().equals(code)) {
                return known;
            }
        }
        problem(field, "unknown-code", "Unknown code: " + code);
        return codes[0];
    }

    <E extends Enum<E>> Set<E> codes(String field, Class<E> vocabulary, @Nullable List<String> codes) {
        var known = EnumSet.noneOf(vocabulary);
        if (codes != null) {
            for (int i = 0; i < codes.size(); i++) {
                known.add(code(field + "[" + i + "]", vocabulary, codes.get(i)));
            }
        }
        return known;
    }

    BodyArea area(String field, @Nullable String region, @Nullable String side) {
        return new BodyArea(code(field + ".region", Region.class, region), code(field + ".side", Side.class, side));
    }

    @Nullable
    PainScore pain(String field, @Nullable Integer value) {
        return isBetween(field, value, 0, 10) && value != null ? new PainScore(value) : null;
    }

    @Nullable
    Pressure pressure(String field, @Nullable Integer value) {
        return isBetween(field, value, 1, 5) && value != null ? new Pressure(value) : null;
    }

    boolean isBetween(String field, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            problem(field, "out-of-range", "This is " + least + " to " + most + ", not " + value + ".");
            return false;
        }
        return true;
    }
}
