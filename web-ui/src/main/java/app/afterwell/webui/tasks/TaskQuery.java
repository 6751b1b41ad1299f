package app.afterwell.webui.tasks;

import app.afterwell.aftercare.followup.TaskFilter;
import app.afterwell.aftercare.followup.TaskStatus;
import app.afterwell.aftercare.followup.Urgency;
import app.afterwell.domain.Actor;
import app.afterwell.domain.Role;
import app.afterwell.domain.TaskId;
import app.afterwell.domain.UserId;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the address says of the inbox: which part, how narrowed, which page, which task.
 *
 * @param who ME, NOBODY or the id of a colleague; null for everybody
 * @param page from 0
 */
record TaskQuery(
        Whose whose,
        @Nullable Urgency urgency,
        @Nullable Due due,
        @Nullable Role role,
        @Nullable String who,
        int page,
        @Nullable TaskId task) {

    static final String ME = "ME";
    static final String NOBODY = "NOBODY";

    private static final int LAST_PAGE = 100_000;

    /** When what is listed is due. */
    enum Due {
        LATE,
        TODAY,
        LATER
    }

    /** What the address says; what makes no sense in it is left out. */
    static TaskQuery of(QueryParameters address, Whose usual) {
        return new TaskQuery(
                read(address, "whose", text -> code(Whose.values(), text)).orElse(usual),
                read(address, "urgency", text -> code(Urgency.values(), text)).orElse(null),
                read(address, "due", text -> code(Due.values(), text)).orElse(null),
                read(address, "role", text -> code(new Role[] {Role.DESK, Role.THERAPIST}, text))
                        .orElse(null),
                read(address, "who", TaskQuery::person).orElse(null),
                read(address, "page", TaskQuery::number).orElse(0),
                read(address, "task", text -> Optional.of(TaskId.of(text))).orElse(null));
    }

    private static <T> Optional<T> read(QueryParameters address, String name, Function<String, Optional<T>> reader) {
        try {
            return address.getSingleParameter(name).flatMap(reader);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> code(E[] codes, String text) {
        return Arrays.stream(codes).filter(code -> code.name().equals(text)).findFirst();
    }

    private static Optional<String> person(String text) {
        return Optional.of(
                text.equals(ME) || text.equals(NOBODY) ? text : UserId.of(text).toString());
    }

    private static Optional<Integer> number(String text) {
        int number = Integer.parseInt(text) - 1;
        return number < 0 || number > LAST_PAGE ? Optional.empty() : Optional.of(number);
    }

    /** As it stands in an address; what is as usual is left out. */
    QueryParameters address() {
        return QueryParameters.simple(parameters());
    }

    /** A link of the inbox. */
    String href() {
        return "tasks?"
                + parameters().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&"));
    }

    private Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("whose", whose.name());
        put(parameters, "urgency", urgency);
        put(parameters, "due", due);
        put(parameters, "role", role);
        put(parameters, "who", who);
        put(parameters, "page", page == 0 ? null : page + 1);
        put(parameters, "task", task);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    TaskQuery of(Whose part) {
        return new TaskQuery(part, urgency, due, role, who, 0, null);
    }

    TaskQuery of(@Nullable Urgency wanted) {
        return new TaskQuery(whose, wanted, due, role, who, 0, null);
    }

    TaskQuery of(@Nullable Due wanted) {
        return new TaskQuery(whose, urgency, wanted, role, who, 0, null);
    }

    TaskQuery of(@Nullable Role wanted) {
        return new TaskQuery(whose, urgency, due, wanted, who, 0, null);
    }

    TaskQuery who(@Nullable String wanted) {
        return new TaskQuery(whose, urgency, due, role, wanted, 0, null);
    }

    TaskQuery page(int wanted) {
        return new TaskQuery(whose, urgency, due, role, who, wanted, null);
    }

    TaskQuery task(@Nullable TaskId wanted) {
        return new TaskQuery(whose, urgency, due, role, who, page, wanted);
    }

    boolean isNarrowed() {
        return urgency != null || due != null || role != null || who != null;
    }

    TaskFilter filter(Actor actor, Instant now, ZoneId zone) {
        var filter = new TaskFilter(whose == Whose.DONE ? TaskStatus.DONE : TaskStatus.OPEN, whose == Whose.MINE, null)
                .with(urgency)
                .of(role);
        if (whose == Whose.SLEEPING) {
            filter = filter.sleeping();
        }
        if (due != null) {
            var midnight = now.atZone(zone)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant();
            filter = switch (due) {
                case LATE -> filter.due(null, now);
                case TODAY -> filter.due(null, midnight);
                case LATER -> filter.due(midnight, null);
            };
        }
        if (who == null) {
            return filter;
        }
        return switch (who) {
            case NOBODY -> filter.ofNobody();
            case ME -> filter.with(actor.userId());
            default -> filter.with(UserId.of(who));
        };
    }
}
