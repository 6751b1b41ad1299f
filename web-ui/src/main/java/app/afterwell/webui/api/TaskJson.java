package app.afterwell.webui.api;

import app.afterwell.aftercare.followup.TaskView;
import app.afterwell.webui.components.TaskTexts;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * A task with its words in the caller's language.
 *
 * @param title whom to ring or what to do
 * @param words what to say on the phone; empty if there is nobody to ring
 */
record TaskJson(
        String title, List<String> words, @JsonUnwrapped TaskView task) {

    static TaskJson of(TaskView task, I18NProvider texts) {
        var locale = LocaleContextHolder.getLocale();
        var words = new TaskTexts((key, arguments) -> texts.getTranslation(key, locale, arguments));
        return new TaskJson(words.title(task), words.words(task), task);
    }
}
