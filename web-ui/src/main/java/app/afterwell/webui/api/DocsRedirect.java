package app.afterwell.webui.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows a person who opens the API's description in a browser the page to try it; programs get the description. */
@Component
@Order(0)
class DocsRedirect extends OncePerRequestFilter {

    private static final String DOCS = "/api/docs";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (request.getRequestURI().equals(request.getContextPath() + DOCS)
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            response.sendRedirect(request.getContextPath() + DOCS + "/page");
        } else {
            chain.doFilter(request, response);
        }
    }
}
