package app.afterwell.webui.desk;

import app.afterwell.domain.ConflictException;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.UnacceptableException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in words why something could not be done. */
final class Refusals {

    private static final Set<String> KNOWN = Set.of("slot-taken", "stale-version", "task-claimed", "already-settled");

    private Refusals() {}

    /** Whether this is a refusal to be told, and no fault of the program. */
    static boolean isOne(RuntimeException e) {
        return e instanceof ConflictException || e instanceof UnacceptableException || e instanceof NotFoundException;
    }

    static String words(RuntimeException e, BoardDays.Texts texts) {
        return switch (e) {
            case ConflictException conflict
            when KNOWN.contains(conflict.code()) -> texts.get("desk.refused." + conflict.code());
            case UnacceptableException input
            when !input.problems().isEmpty() ->
                input.problems().stream().map(FieldProblem::message).collect(Collectors.joining(" "));
            case NotFoundException gone -> texts.get("desk.refused.gone");
            default -> Optional.ofNullable(e.getMessage()).orElse("");
        };
    }

    /** Whether staff may do it nevertheless, with a reason. */
    static boolean mayForce(RuntimeException e) {
        return switch (e) {
            case ConflictException conflict -> conflict.code().equals("slot-taken");
            case UnacceptableException input ->
                input.problems().stream().anyMatch(problem -> problem.field().equals("start"));
            default -> false;
        };
    }
}
