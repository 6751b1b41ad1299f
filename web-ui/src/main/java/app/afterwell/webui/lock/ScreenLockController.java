package app.afterwell.webui.lock;

import app.afterwell.domain.Actor;
import app.afterwell.domain.AuditTrail;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Locks and opens the screens of a session; all of this that answers while they are locked. */
@Controller
class ScreenLockController {

    private final AuthenticationManager passwords;
    private final AuditTrail audit;
    private final Clock clock;

    ScreenLockController(AuthenticationManager passwords, AuditTrail audit, Clock clock) {
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** Locks; again does nothing. */
    @PostMapping("/lock")
    ResponseEntity<Void> lock(Authentication who, HttpServletRequest request) {
        if (mayLock(who)) {
            LockState.change(request.getSession(), clock.instant(), LockState::lock);
        }
        return ResponseEntity.noContent().build();
    }

    /** Somebody is using the page, though it had nothing to ask; also tells whether it is locked. */
    @PostMapping("/lock/use")
    ResponseEntity<Void> use(HttpServletRequest request) {
        var now = clock.instant();
        boolean locked = LockState.change(request.getSession(), now, state -> state.use(now))
                .locked();
        return ResponseEntity.status(locked ? HttpStatus.LOCKED : HttpStatus.NO_CONTENT)
                .build();
    }

    /** Opens for a page that stands behind the curtain. 403 for a wrong password, 429 for too many. */
    @PostMapping("/lock/open")
    ResponseEntity<Void> open(@RequestParam String password, Authentication who, HttpServletRequest request) {
        return ResponseEntity.status(check(password, who, request)).build();
    }

    /** The lock as a page of its own, for one that was loaded while locked. It works without script. */
    @GetMapping("/lock")
    ModelAndView page(@RequestParam(defaultValue = "/") String to, Authentication who, HttpServletRequest request) {
        return LockState.of(request.getSession(), clock.instant()).locked()
                ? page(to, who, HttpStatus.OK)
                : new ModelAndView(new RedirectView(safe(to), true));
    }

    @PostMapping("/lock/page")
    ModelAndView open(
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String to,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response) {
        var answer = check(password, who, request);
        return answer == HttpStatus.NO_CONTENT
                ? new ModelAndView(new RedirectView(safe(to), true))
                : page(to, who, answer);
    }

    private static ModelAndView page(String to, Authentication who, HttpStatus status) {
        var name = who.getPrincipal() instanceof Actor actor ? actor.displayName() : who.getName();
        var problem = switch (status) {
            case FORBIDDEN -> "lock.wrong";
            case TOO_MANY_REQUESTS -> "lock.wait";
            default -> "";
        };
        return new ModelAndView("lock/page", Map.of("name", name, "to", safe(to), "problem", problem), status);
    }

    private static boolean mayLock(Authentication who) {
        return who.getPrincipal() instanceof Actor actor && actor.isStaff();
    }

    private HttpStatus check(String password, Authentication who, HttpServletRequest request) {
        var token = UsernamePasswordAuthenticationToken.unauthenticated(who.getName(), password);
        token.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
        try {
            passwords.authenticate(token);
        } catch (BadCredentialsException wrong) {
            audit.record("screen.not-opened", "session", null, null);
            return HttpStatus.FORBIDDEN;
        } catch (AuthenticationException tooMany) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        var now = clock.instant();
        LockState.change(request.getSession(), now, state -> LockState.opened(now));
        return HttpStatus.NO_CONTENT;
    }

    /** A page of this application and nothing else. */
    private static String safe(String to) {
        return to.startsWith("/") && !to.startsWith("//") && to.indexOf('\\') < 0 && !to.startsWith("/lock") ? to : "/";
    }
}
