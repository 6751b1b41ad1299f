package app.afterwell.webui.components;

import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.aftercare.followup.Urgency;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.stream.IntStream;

/** What a task is called and what to say on the phone: plain words that give nothing away. */
public final class TaskTexts {

    private static final int ALERT_LINES = 3;

    private final Translate texts;

    public TaskTexts(Translate texts) {
        this.texts = texts;
    }

    /** In the language of whoever looks at this part of a page. */
    public static TaskTexts in(Component part) {
        return new TaskTexts(part::getTranslation);
    }

    /** Whom to ring or what to do. */
    public String title(TaskView task) {
        return texts.text("tasks.title." + task.kind(), name(task));
    }

    /** What to say on the phone, sentence by sentence; empty if there is nobody to ring. */
    public List<String> words(TaskView task) {
        var key = switch (task.kind()) {
            case URGENT_ALERT -> task.urgency() == Urgency.EMERGENCY ? "EMERGENCY" : "URGENT";
            case SILENT_CLIENT, WATCH -> task.kind().name();
            case UNSIGNED_NOTE, PROFILE_CHANGED -> "";
        };
        if (key.isEmpty()) {
            return List.of();
        }
        int lines = key.equals("URGENT") ? ALERT_LINES + 1 : ALERT_LINES;
        var name = name(task);
        var first = name.contains(" ") ? name.substring(0, name.indexOf(' ')) : name;
        var therapist = task.practitionerName() == null ? texts.text("tasks.say.therapist") : task.practitionerName();
        return IntStream.rangeClosed(1, lines)
                .mapToObj(line -> texts.text("tasks.say." + key + "." + line, first, therapist))
                .toList();
    }

    private String name(TaskView task) {
        return task.clientName() == null ? texts.text("tasks.somebody") : task.clientName();
    }

    /** Gives the words for a key, with the arguments in their places. */
    @FunctionalInterface
    public interface Translate {
        String text(String key, Object... arguments);
    }
}
