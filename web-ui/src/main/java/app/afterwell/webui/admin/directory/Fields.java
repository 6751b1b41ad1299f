package app.afterwell.webui.admin.directory;

import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.UnacceptableException;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of a form by the names that the services call them; each says itself what is wrong with it. */
final class Fields {

    /** What is wrong in the words of this language; for any other code the service's own words do. */
    private static final Set<String> CODES =
            Set.of("not-blank", "pattern", "min", "max", "size", "required", "taken", "end-before-start", "overlap");

    private final Component form;
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    Fields(Component form) {
        this.form = form;
    }

    <T extends HasValidation> T add(String name, T field) {
        fields.put(name, field);
        return field;
    }

    void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    /** Says at a field that it must be filled in; gives whether it is. */
    boolean require(String name, boolean there) {
        if (!there) {
            complain(new FieldProblem(name, "required", ""));
        }
        return there;
    }

    /** Shows each problem at its field. Gives, as one text, those that belong to none. */
    String complain(UnacceptableException refused) {
        var homeless = refused.problems().stream()
                .filter(problem -> !complain(problem))
                .toList();
        focusFirst();
        return refused.problems().isEmpty() ? String.valueOf(refused.getMessage()) : words(homeless);
    }

    private boolean complain(FieldProblem problem) {
        var field = fields.get(problem.field());
        if (field == null) {
            return false;
        }
        field.setErrorMessage(words(problem));
        field.setInvalid(true);
        return true;
    }

    String words(List<FieldProblem> problems) {
        return problems.stream().map(this::words).distinct().collect(Collectors.joining(" "));
    }

    String words(FieldProblem problem) {
        return CODES.contains(problem.code())
                ? form.getTranslation("admin.dir.problem." + problem.code())
                : problem.message();
    }

    private void focusFirst() {
        fields.values().stream()
                .filter(HasValidation::isInvalid)
                .filter(Focusable.class::isInstance)
                .findFirst()
                .ifPresent(field -> ((Focusable<?>) field).focus());
    }
}
