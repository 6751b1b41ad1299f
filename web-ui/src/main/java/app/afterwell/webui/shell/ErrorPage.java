package app.afterwell.webui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** Says what happened, what was kept and where to go on. */
abstract class ErrorPage extends Main implements HasDynamicTitle {

    private final String key;

    ErrorPage(String key) {
        this.key = "shell.error." + key;
        addClassName("page-error");
        setId("main");
        var on = new Anchor("", getTranslation("shell.error.home"));
        on.addClassNames("btn", "primary");
        add(new H1(getTranslation(this.key + ".title")), new Paragraph(getTranslation(this.key + ".text")), on);
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation(key + ".title"));
    }
}
