package app.afterwell.webui.lock;

import app.afterwell.domain.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers nothing of the clinic's while a screen is locked: a page leads to the lock, a request of an open page is told 423,
 * which Vaadin's client takes for a bad line. It keeps what it wanted to send and sends it again after the screen was
 * opened, so that nothing is lost. It locks by itself, too, where no browser has said so: one that was closed or slept.
 */
@Component
public class ScreenLockFilter extends OncePerRequestFilter {

    /** A browser tells at most once a minute that it is in use. */
    static final Duration GRACE = Duration.ofSeconds(90);

    private static final Duration NOTED_EVERY = Duration.ofSeconds(5);

    /** Files that are the same for everybody, and what keeps an open page alive. */
    private static final List<String> FREE = List.of(
            "/lock",
            "/VAADIN/",
            "/css/",
            "/fonts/",
            "/icons/",
            "/images/",
            "/error",
            "/login",
            "/logout",
            "/check-in/",
            "/calendar/",
            "/actuator/health",
            "/favicon",
            "/sw.js",
            "/manifest");

    private final ScreenLockTimes settings;
    private final Clock clock;

    ScreenLockFilter(ScreenLockTimes settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session == null || !isStaff() || isFree(request)) {
            chain.doFilter(request, response);
            return;
        }
        var now = clock.instant();
        if (LockState.change(session, now, state -> after(state, now)).locked()) {
            refuse(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Locked when it was left alone for too long; otherwise in use, noted every few seconds at most. */
    private LockState after(LockState state, Instant now) {
        if (settings.locks() && state.idleFor(settings.after().plus(GRACE), now)) {
            return state.lock();
        }
        return state.idleFor(NOTED_EVERY, now) ? state.use(now) : state;
    }

    private static boolean isStaff() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor && actor.isStaff();
    }

    private static boolean isFree(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return FREE.stream().anyMatch(path::startsWith) && !path.startsWith("/VAADIN/dynamic/")
                || "heartbeat".equals(request.getParameter("v-r"));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean page = "GET".equals(request.getMethod()) && request.getParameter("v-r") == null;
        if (page) {
            var path =
                    request.getRequestURI().substring(request.getContextPath().length());
            var query = request.getQueryString();
            var to = URLEncoder.encode(query == null ? path : path + "?" + query, StandardCharsets.UTF_8);
            response.setHeader("Cache-Control", "no-store");
            response.sendRedirect(request.getContextPath() + "/lock?to=" + to);
        } else {
            response.setStatus(HttpStatus.LOCKED.value());
        }
    }
}
