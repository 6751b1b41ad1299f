package app.afterwell.aftercare.protocol;

import java.util.List;
import java.util.stream.Collectors;

/** A protocol file that cannot be read; it says every problem that was found, with file, line and reason. */
public class ProtocolFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a copy made by List.copyOf of records of numbers and strings
    private final transient List<ProtocolProblem> problems;

    ProtocolFormatException(String file, List<ProtocolProblem> problems) {
        super(problems.stream()
                .map(problem -> file + ":" + problem.line() + ": " + problem.path() + ": " + problem.reason())
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<ProtocolProblem> problems() {
        return problems;
    }
}
