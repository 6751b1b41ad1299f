package app.afterwell.webui.messages;

import app.afterwell.aftercare.protocol.BannedWords;
import app.afterwell.domain.AuditTrail;
import app.afterwell.domain.ConflictException;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.UnacceptableException;
import com.vaadin.flow.i18n.I18NProvider;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The words of the messages: ours, or the clinic's own. */
@Service
@Transactional
public class MessageTexts {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");
    private static final int LONGEST_SUBJECT = 120;
    private static final int LONGEST_BODY = 4000;
    private static final int LONGEST_SMS = 300;
    private static final String ENGLISH = Locale.ENGLISH.getLanguage();

    private final JdbcClient sql;
    private final I18NProvider translations;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;

    MessageTexts(JdbcClient sql, I18NProvider translations, CurrentActor actor, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.translations = translations;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /** A text as it goes out now to who speaks this language; version 0 if the clinic has no words of its own in it. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional(readOnly = true)
    Wording text(MessageText text, Locale language) {
        return own(text, language).orElseGet(() -> {
            var now = inForce(text, language);
            return new Wording(now.subject(), now.body(), now.sms(), 0);
        });
    }

    /** The languages that there are words in, ours or the clinic's; English first. */
    @PreAuthorize("hasRole('OWNER')")
    @Transactional(readOnly = true)
    List<Locale> languages() {
        var codes = new LinkedHashSet<>(List.of(ENGLISH));
        translations.getProvidedLocales().forEach(locale -> codes.add(locale.getLanguage()));
        codes.addAll(sql.sql("select distinct language from message_text order by language")
                .query(String.class)
                .list());
        codes.remove("");
        return codes.stream().map(Locale::of).toList();
    }

    /**
     * Sets the clinic's own words in one language.
     *
     * @throws UnacceptableException naming what cannot be so: names that nobody fills in, a text that does not say what
     *     it is for, words that may not reach a client
     * @throws ConflictException {@code stale-version}
     */
    @PreAuthorize("hasRole('OWNER')")
    void set(MessageText text, Locale language, Wording wording) {
        var problems = problems(text, wording);
        if (!problems.isEmpty()) {
            throw new UnacceptableException("invalid", problems.getFirst().message(), problems);
        }
        int changed = wording.version() == 0
                ? sql.sql("""
                    insert into message_text (text, language, subject, body, sms, changed_at, changed_by, version)
                    values (:text, :language, :subject, :body, :sms, :now, :by, 1) on conflict do nothing
                    """)
                        .param("text", text.name())
                        .param("language", code(language))
                        .param("subject", wording.subject().strip())
                        .param("body", wording.body().strip())
                        .param("sms", wording.sms().strip())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", actor.require().displayName())
                        .update()
                : sql.sql("""
                    update message_text set subject = :subject, body = :body, sms = :sms, changed_at = :now,
                        changed_by = :by, version = version + 1
                    where text = :text and language = :language and version = :version
                    """)
                        .param("text", text.name())
                        .param("language", code(language))
                        .param("subject", wording.subject().strip())
                        .param("body", wording.body().strip())
                        .param("sms", wording.sms().strip())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", actor.require().displayName())
                        .param("version", wording.version())
                        .update();
        if (changed == 0) {
            throw new ConflictException("stale-version", "Somebody else has changed this meanwhile.");
        }
        audit.record("messages.text", "message-text:" + text + ":" + code(language), null, null);
    }

    /** Goes back to our wording. */
    @PreAuthorize("hasRole('OWNER')")
    void reset(MessageText text, Locale language) {
        if (sql.sql("delete from message_text where text = :text and language = :language")
                        .param("text", text.name())
                        .param("language", code(language))
                        .update()
                > 0) {
            audit.record("messages.text-reset", "message-text:" + text + ":" + code(language), null, null);
        }
    }

    /** In the client's language: the clinic's words, else ours; in English if there are neither. */
    @Transactional(readOnly = true)
    Wording inForce(MessageText text, Locale language) {
        return own(text, language).orElseGet(() -> {
            boolean english = code(language).equals(ENGLISH);
            boolean ours = translations.getProvidedLocales().stream()
                    .anyMatch(locale -> locale.getLanguage().equals(code(language)));
            return english || ours
                    ? usual(text, language)
                    : own(text, Locale.ENGLISH).orElseGet(() -> usual(text, Locale.ENGLISH));
        });
    }

    private Optional<Wording> own(MessageText text, Locale language) {
        return sql.sql("select subject, body, sms, version from message_text where text = :text and language ="
                        + " :language")
                .param("text", text.name())
                .param("language", code(language))
                .query((row, number) -> new Wording(
                        row.getString("subject"), row.getString("body"), row.getString("sms"), row.getInt("version")))
                .optional();
    }

    private Wording usual(MessageText text, Locale language) {
        var key = "message." + text + ".";
        return new Wording(
                translations.getTranslation(key + "subject", language),
                translations.getTranslation(key + "body", language),
                translations.getTranslation(key + "sms", language),
                0);
    }

    private static String code(Locale language) {
        return language.getLanguage().isEmpty() ? ENGLISH : language.getLanguage();
    }

    static List<FieldProblem> problems(MessageText text, Wording wording) {
        var problems = new ArrayList<FieldProblem>();
        check("subject", wording.subject(), LONGEST_SUBJECT, text.knownInSubject(), Set.of(), problems);
        check("body", wording.body(), LONGEST_BODY, text.known(), text.needed(), problems);
        check("sms", wording.sms(), LONGEST_SMS, text.known(), text.needed(), problems);
        if (wording.subject().contains("\n")) {
            problems.add(new FieldProblem("subject", "one-line", "The subject is one line."));
        }
        return problems;
    }

    private static void check(
            String field,
            String text,
            int longest,
            Set<String> known,
            Set<String> needed,
            List<FieldProblem> problems) {
        if (text.isBlank()) {
            problems.add(new FieldProblem(field, "missing", "Something has to stand here."));
            return;
        }
        if (text.length() > longest) {
            problems.add(new FieldProblem(field, "too-long", "Use at most " + longest + " characters."));
        }
        var names = new ArrayList<String>();
        var matcher = NAME.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        var rest = matcher.replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            problems.add(new FieldProblem(field, "braces", "A brace is open or closed alone."));
        }
        names.stream()
                .filter(name -> !known.contains(name))
                .distinct()
                .forEach(name -> problems.add(new FieldProblem(
                        field,
                        "unknown-name",
                        "{" + name + "} cannot be filled in here. Possible are " + String.join(", ", known) + ".")));
        needed.stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> problems.add(
                        new FieldProblem(field, "name-missing", "Say {" + name + "}: without it nobody knows when.")));
        var banned = BannedWords.in(text);
        if (!banned.isEmpty()) {
            problems.add(new FieldProblem(
                    field, "banned-word", "This may not reach a client: " + String.join(", ", banned) + "."));
        }
    }

    /** Fills in the names. */
    static String fill(String text, Map<String, String> values) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
}
