package app.afterwell.webui.portal;

import app.afterwell.aftercare.checkin.Answered;
import app.afterwell.aftercare.checkin.CheckInView;
import app.afterwell.aftercare.checkin.CheckIns;
import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.NotFoundException;
import app.afterwell.webui.portal.RecentAnswers.Given;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The check-in as a plain page: it works without script and on a bad line. By a link ({@code /check-in/TOKEN}) the
 * address is the secret, looking spends nothing and only the answer does; signed in it is {@code /portal/check-in}.
 */
@Controller
class CheckInController {

    private final CheckIns checkIns;
    private final PortalClient clients;
    private final HelpSheets helps;
    private final RecentAnswers recent;
    private final I18NProvider texts;
    private final Clock clock;

    CheckInController(
            CheckIns checkIns,
            PortalClient clients,
            HelpSheets helps,
            RecentAnswers recent,
            I18NProvider texts,
            Clock clock) {
        this.checkIns = checkIns;
        this.clients = clients;
        this.helps = helps;
        this.recent = recent;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/check-in/{token}")
    public ModelAndView ask(
            @PathVariable String token, @RequestParam(required = false) @Nullable String pain, Locale locale) {
        try {
            var asked = checkIns.byToken(token);
            return form(asked, CheckInForm.of(asked).begun(pain), Map.of(), false, locale);
        } catch (NotFoundException e) {
            return closed("closed", HttpStatus.NOT_FOUND, Optional.empty());
        }
    }

    @PostMapping("/check-in/{token}")
    public ModelAndView answer(
            @PathVariable String token, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        var form = CheckInForm.of(sent);
        try {
            var asked = checkIns.byToken(token);
            return take(asked, form, false, locale, answer -> {
                var answered = checkIns.answerByToken(token, answer.answer(asked));
                recent.keep(token, new Given(asked, form, answered));
                return answered;
            });
        } catch (NotFoundException e) {
            return recent.find(token)
                    .map(given -> result(given.asked(), given.form(), given.answered(), false, locale))
                    .orElseGet(() -> closed("closed", HttpStatus.NOT_FOUND, Optional.empty()));
        }
    }

    @GetMapping("/portal/check-in")
    @PreAuthorize("hasRole('CLIENT')")
    public ModelAndView ask(Locale locale) {
        return open().map(asked -> form(asked, CheckInForm.of(asked), Map.of(), true, locale))
                .orElseGet(this::nothing);
    }

    @PostMapping("/portal/check-in")
    @PreAuthorize("hasRole('CLIENT')")
    public ModelAndView answer(@RequestParam MultiValueMap<String, String> sent, Locale locale) {
        return open().map(asked -> take(
                        asked,
                        CheckInForm.of(sent),
                        true,
                        locale,
                        form -> checkIns.answer(asked.plan(), form.answer(asked))))
                .orElseGet(this::nothing);
    }

    /** What an answer came to, to be read again. */
    @GetMapping("/portal/check-in/{id}")
    @PreAuthorize("hasRole('CLIENT')")
    public ModelAndView read(@PathVariable String id, Locale locale) {
        try {
            var checkIn = CheckInId.of(id);
            return result(checkIns.checkIn(checkIn), null, checkIns.answered(checkIn), true, locale);
        } catch (NotFoundException | IllegalArgumentException e) {
            return new ModelAndView("redirect:/portal/check-in");
        }
    }

    private Optional<CheckInView> open() {
        return checkIns.open(clients.card().id());
    }

    private ModelAndView nothing() {
        return closed("nothing", HttpStatus.OK, Optional.of(clients.card().id()));
    }

    private ModelAndView take(
            CheckInView asked,
            CheckInForm form,
            boolean signedIn,
            Locale locale,
            Function<CheckInForm, Answered> answer) {
        var problems = form.problems(asked);
        return problems.isEmpty()
                ? result(asked, form, answer.apply(form), signedIn, locale)
                : form(asked, form, problems, signedIn, locale);
    }

    private ModelAndView form(
            CheckInView asked, CheckInForm form, Map<String, String> problems, boolean signedIn, Locale locale) {
        var said = new Texts(texts, locale);
        var messages = problems.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, problem -> said.get(problem.getValue(), CheckInForm.LONGEST_NOTE)));
        var page = page("portal/check-in", asked, signedIn);
        page.addObject("page", CheckInPage.of(asked, form, messages, said, clock));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView result(
            CheckInView asked, @Nullable CheckInForm form, Answered answered, boolean signedIn, Locale locale) {
        var name = switch (answered.outcome()) {
            case AS_EXPECTED, WATCH -> "portal/check-in-result";
            case URGENT -> "portal/check-in-urgent";
            case EMERGENCY -> "portal/check-in-emergency";
        };
        var page = page(name, asked, signedIn);
        page.addObject("page", CheckInResult.of(asked, form, answered, new Texts(texts, locale)));
        return page;
    }

    private ModelAndView page(String name, CheckInView asked, boolean signedIn) {
        var clinic = new Clinic(asked.locationName(), asked.locationPhone(), asked.country());
        return page(
                name,
                new ModelMap("signedIn", signedIn)
                        .addAttribute("help", helps.help(asked.client(), Optional.of(clinic), false)));
    }

    private ModelAndView closed(String why, HttpStatus status, Optional<ClientId> client) {
        var help = client.map(known -> helps.help(known, clients.clinic(known), false))
                .orElseGet(helps::general);
        var page = page(
                "portal/check-in-closed",
                new ModelMap("signedIn", client.isPresent())
                        .addAttribute("help", help)
                        .addAttribute("why", why));
        page.setStatus(status);
        return page;
    }

    private static ModelAndView page(String name, ModelMap model) {
        return new ModelAndView(name, model.addAttribute("icon", PortalIcon.all()));
    }
}
