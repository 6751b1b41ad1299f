package app.afterwell.webui.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Brings somebody whose sign-in failed back to the login page, with what they typed and what to do next. */
@Component
class SignInFailure implements AuthenticationFailureHandler {

    private static final String ATTRIBUTE = SignInFailure.class.getName();

    /** Beyond this nothing that was typed is an address. */
    private static final int LONGEST_EMAIL = 254;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        var email = request.getParameter("email");
        var typed = email == null ? "" : email.substring(0, Math.min(email.length(), LONGEST_EMAIL));
        var password = request.getParameter("password");
        var message = typed.isBlank()
                ? Message.EMAIL_MISSING
                : password == null || password.isEmpty()
                        ? Message.PASSWORD_MISSING
                        : why instanceof TooManyAttemptsException ? Message.WAIT : Message.NO_MATCH;
        long seconds = why instanceof TooManyAttemptsException tooMany ? tooMany.seconds() : 0;
        request.getSession().setAttribute(ATTRIBUTE, new Refusal(typed, message, seconds));
        response.sendRedirect(request.getContextPath() + "/login?error");
    }

    /** What the last attempt of this session left for the login page; it is told once. */
    static Optional<Refusal> take(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Refusal refusal)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(refusal);
    }

    enum Message {
        EMAIL_MISSING,
        PASSWORD_MISSING,
        NO_MATCH,
        WAIT
    }

    /** @param seconds until the next attempt, for {@link Message#WAIT} */
    record Refusal(String email, Message message, long seconds) implements Serializable {}
}
