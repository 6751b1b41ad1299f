package app.afterwell.webui.shell;

import com.vaadin.flow.i18n.I18NProvider;

/** The title of a page in the browser's tab. */
public final class PageTitle {

    private PageTitle() {}

    /** The page's own name followed by the product's. */
    public static String of(String page) {
        return I18NProvider.translate("shell.title", page);
    }
}
