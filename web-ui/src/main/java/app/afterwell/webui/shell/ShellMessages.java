package app.afterwell.webui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a page says when the connection is lost, the session has ended or something broke: our words, not the library's. */
@Component
class ShellMessages implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient I18NProvider texts;

    ShellMessages(I18NProvider texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.getSource().setSystemMessagesProvider(this::systemMessages);
        init.getSource().addUIInitListener(event -> {
            var ui = event.getUI();
            var lost = ui.getReconnectDialogConfiguration();
            lost.setDialogText(ui.getTranslation("shell.connection.lost"));
            lost.setDialogTextGaveUp(ui.getTranslation("shell.connection.gone"));
        });
    }

    private SystemMessages systemMessages(SystemMessagesInfo info) {
        var locale = info.getLocale();
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(text("shell.expired.title", locale));
        messages.setSessionExpiredMessage(text("shell.expired.text", locale));
        messages.setInternalErrorCaption(text("shell.broken.title", locale));
        messages.setInternalErrorMessage(text("shell.broken.text", locale));
        return messages;
    }

    private String text(String key, Locale locale) {
        return texts.getTranslation(key, locale);
    }
}
