package app.afterwell.webui.portal;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.SafetyProfiles;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The sheet "If it gets worse": one piece of markup for the plain pages and the others, so that it never differs. */
@Component
class HelpSheets {

    private final SpringTemplateEngine templates;
    private final EmergencyNumbers numbers;
    private final SafetyProfiles profiles;

    HelpSheets(SpringTemplateEngine templates, EmergencyNumbers numbers, SafetyProfiles profiles) {
        this.templates = templates;
        this.numbers = numbers;
        this.profiles = profiles;
    }

    /** What the sheet says to this client; without a known location the number is the one that most countries answer. */
    Help help(ClientId client, Optional<Clinic> clinic, boolean tells) {
        return Help.of(numbers.of(clinic.map(Clinic::country).orElse("")), clinic, profiles.of(client), tells);
    }

    /** For somebody whom the page does not know. */
    Help general() {
        return Help.of(numbers.of(""), Optional.empty(), Optional.empty(), false);
    }

    Markup sheet(Help help, Locale locale) {
        var context = new Context(locale, Map.of("help", help, "icon", PortalIcon.all()));
        return Markup.block(templates.process("portal/help", context));
    }
}
