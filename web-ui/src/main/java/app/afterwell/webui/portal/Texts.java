package app.afterwell.webui.portal;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;

/** The texts of the plain pages in the reader's language. */
record Texts(I18NProvider provider, Locale locale) {

    String get(String key, Object... values) {
        return provider.getTranslation(key, locale, values);
    }
}
