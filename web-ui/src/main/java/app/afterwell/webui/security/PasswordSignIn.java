package app.afterwell.webui.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks an e-mail address and a password, and makes whoever guesses wait. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final SignInAttempts attempts;
    private final DaoAuthenticationProvider passwords;

    PasswordSignIn(SignInAttempts attempts, AccountLookup accounts, PasswordEncoder encoder) {
        this.attempts = attempts;
        this.passwords = new DaoAuthenticationProvider(accounts::loadUserByUsername);
        passwords.setPasswordEncoder(new RememberingPasswordEncoder(encoder));
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var email = authentication.getName();
        var address = authentication.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "local";
        var gate = attempts.gate(email, address);
        gate.lock();
        try {
            var wait = attempts.wait(email, address);
            if (wait.isPositive()) {
                throw new TooManyAttemptsException(wait);
            }
            var result = passwords.authenticate(authentication);
            if (result == null) {
                throw new BadCredentialsException("not answered");
            }
            attempts.succeeded(email, address);
            return result;
        } catch (BadCredentialsException e) {
            attempts.failed(email, address);
            throw e;
        } finally {
            gate.unlock();
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
