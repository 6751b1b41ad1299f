package app.afterwell.webui.messages;

import app.afterwell.domain.ClientCard;
import app.afterwell.domain.Visit;
import app.afterwell.webui.components.PhoneNumbers;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a text out for one client: plain, as HTML and in one line. */
@Component
class LetterWriter {

    private static final int WORST_PAIN = 10;
    private static final int FIRST_ROW = 5;

    private final MessageTexts texts;
    private final I18NProvider translations;
    private final ITemplateEngine templates;

    LetterWriter(MessageTexts texts, I18NProvider translations, ITemplateEngine templates) {
        this.texts = texts;
        this.translations = translations;
        this.templates = templates;
    }

    /** @param calendarTitle what stands in the client's calendar */
    record Written(String subject, String text, String html, String sms, String calendarTitle) {}

    /** A number of the scale and where it leads. */
    record Step(int value, String url, String label) {}

    Written write(
            MessageText text,
            ClientCard card,
            Visit visit,
            String url,
            @Nullable String stop,
            Map<String, String> more) {
        return write(text, texts.inForce(text, card.language()), card, visit, url, stop, more);
    }

    /** With words that may not be in force yet, for a preview. */
    Written write(
            MessageText text,
            Wording wording,
            ClientCard card,
            Visit visit,
            String url,
            @Nullable String stop,
            Map<String, String> more) {
        var locale = card.language();
        var values = values(card, visit, more);
        var subject = MessageTexts.fill(wording.subject(), values);
        var paragraphs = List.of(MessageTexts.fill(wording.body(), values).split("\\R\\s*\\R"));
        var action = say(locale, "message." + text + ".action");
        boolean asks = text == MessageText.CHECK_IN || text == MessageText.CHECK_IN_AGAIN;
        var footer = say(
                locale,
                "message.footer",
                visit.locationName(),
                PhoneNumbers.read(visit.locationPhone(), visit.country()));
        var stopLabel = say(locale, "message.stop");
        var context = new Context(locale);
        context.setVariable("subject", subject);
        context.setVariable("clinic", visit.locationName());
        context.setVariable("paragraphs", paragraphs);
        context.setVariable("action", action);
        context.setVariable("url", url);
        context.setVariable("asks", asks ? say(locale, "message.pain") : null);
        context.setVariable("none", say(locale, "message.pain.none"));
        context.setVariable("worst", say(locale, "message.pain.worst"));
        context.setVariable("rows", asks ? rows(url, locale) : List.of());
        context.setVariable("footer", footer);
        context.setVariable("stop", stop);
        context.setVariable("stopLabel", stopLabel);
        var plain = new StringBuilder(String.join("\n\n", paragraphs))
                .append("\n\n")
                .append(action)
                .append(":\n")
                .append(url)
                .append("\n\n-- \n")
                .append(footer)
                .append('\n');
        if (stop != null) {
            plain.append(stopLabel).append(":\n").append(stop).append('\n');
        }
        return new Written(
                subject,
                plain.toString(),
                templates.process("mail/letter", context),
                MessageTexts.fill(wording.sms(), values) + " " + url,
                say(locale, "message.calendar", visit.locationName()));
    }

    private List<List<Step>> rows(String url, Locale locale) {
        return List.of(steps(0, FIRST_ROW, url, locale), steps(FIRST_ROW + 1, WORST_PAIN, url, locale));
    }

    private List<Step> steps(int from, int to, String url, Locale locale) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(value -> new Step(value, url + "?pain=" + value, say(locale, "message.pain.label", value)))
                .toList();
    }

    private Map<String, String> values(ClientCard card, Visit visit, Map<String, String> more) {
        var locale = card.language();
        var start = visit.slot().start().atZone(visit.zone());
        var time = DateTimeFormatter.ofPattern("HH:mm", locale).format(start);
        boolean elsewhere =
                !card.zone().getRules().getOffset(visit.slot().start()).equals(start.getOffset());
        var values = new HashMap<String, String>();
        values.put("first", card.name().strip().split("\\s+")[0]);
        values.put("clinic", visit.locationName());
        values.put("place", visit.locationName());
        values.put("phone", PhoneNumbers.read(visit.locationPhone(), visit.country()));
        values.put("day", DateTimeFormatter.ofPattern("EEEE d MMMM", locale).format(start));
        values.put(
                "time",
                elsewhere
                        ? say(
                                locale,
                                "message.time",
                                time,
                                visit.zone().getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        : time);
        values.put("service", visit.serviceName());
        values.put("therapist", visit.practitionerName());
        values.put("minutes", String.valueOf(visit.length().toMinutes()));
        values.putAll(more);
        return values;
    }

    private String say(Locale locale, String key, Object... values) {
        return translations.getTranslation(key, locale, values);
    }
}
