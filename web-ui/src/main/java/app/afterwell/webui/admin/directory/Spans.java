package app.afterwell.webui.admin.directory;

import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.UnacceptableException;
import java.util.regex.Pattern;

/** Brings problems with one of many stretches, such as {@code hours[3].to}, to the stretch. */
final class Spans {

    private static final Pattern FIELD = Pattern.compile("(\\w+)\\[(\\d+)]\\.(\\w+)");

    private Spans() {}

    static void complain(WeekEditor week, String name, FieldProblem problem, Fields words) {
        var field = FIELD.matcher(problem.field());
        if (field.matches() && field.group(1).equals(name)) {
            week.complain(Integer.parseInt(field.group(2)), field.group(3), problem, words);
        }
    }

    /** The same without what has been said at the stretches. */
    static UnacceptableException without(UnacceptableException refused, String... names) {
        var rest = refused.problems().stream()
                .filter(problem -> {
                    for (var name : names) {
                        if (problem.field().startsWith(name + "[")) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList();
        return rest.isEmpty() && !refused.problems().isEmpty()
                ? new UnacceptableException(refused.code(), "", java.util.List.of())
                : new UnacceptableException(refused.code(), String.valueOf(refused.getMessage()), rest);
    }
}
