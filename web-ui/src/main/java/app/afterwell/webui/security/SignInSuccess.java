package app.afterwell.webui.security;

import app.afterwell.domain.Actor;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** After signing in: to the page that was asked for, otherwise to the role's home. */
final class SignInSuccess extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var target = super.determineTargetUrl(request, response, authentication);
        return "/".equals(target) && authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? "/" + Homes.of(actor)
                : target;
    }
}
