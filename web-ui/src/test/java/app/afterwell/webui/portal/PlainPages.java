package app.afterwell.webui.portal;

import app.afterwell.aftercare.checkin.CheckIns;
import app.afterwell.domain.SafetyProfiles;
import com.vaadin.flow.i18n.DefaultI18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import testsupport.MutableClock;

/** The plain pages without the rest of the application. */
final class PlainPages {

    private PlainPages() {}

    static MockMvcTester mvc(CheckIns checkIns, SafetyProfiles profiles) {
        var context = new StaticWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.refresh();
        var files = new SpringResourceTemplateResolver();
        files.setApplicationContext(context);
        files.setPrefix("classpath:/templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        var templates = new SpringTemplateEngine();
        templates.setTemplateResolver(files);
        templates.setMessageSource(new PlainPageTexts().messageSource());
        var views = new ThymeleafViewResolver();
        views.setTemplateEngine(templates);
        views.setCharacterEncoding("UTF-8");
        var controller = new CheckInController(
                checkIns,
                null,
                new HelpSheets(templates, new EmergencyNumbers(), profiles),
                new RecentAnswers(),
                new DefaultI18NProvider(List.of(Locale.ENGLISH)),
                new MutableClock(SampleCheckIns.NOW));
        return MockMvcTester.create(MockMvcBuilders.standaloneSetup(controller)
                .setViewResolvers(views)
                .build());
    }
}
