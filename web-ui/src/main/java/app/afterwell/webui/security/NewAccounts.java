package app.afterwell.webui.security;

import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.Role;
import app.afterwell.domain.UnacceptableException;
import app.afterwell.domain.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The rules by which an account comes to be, whoever asks for it. */
@Component
class NewAccounts {

    static final int SHORTEST_PASSWORD = 10;

    /** bcrypt reads no further. */
    static final int LONGEST_PASSWORD_BYTES = 72;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");

    private final StoredAccounts accounts;
    private final PasswordEncoder encoder;
    private final Clock clock;

    NewAccounts(StoredAccounts accounts, PasswordEncoder encoder, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.clock = clock;
    }

    UserId make(NewAccount wanted) {
        var email = wanted.email().strip().toLowerCase(Locale.ROOT);
        var name = wanted.name().strip();
        List<FieldProblem> problems = new ArrayList<>();
        if (name.isEmpty()) {
            problems.add(new FieldProblem("name", "required", "Give a name"));
        }
        if (!EMAIL.matcher(email).matches() || email.length() > 254) {
            problems.add(new FieldProblem("email", "email", "Give an e-mail address such as name@example.com"));
        } else if (accounts.existsByEmail(email)) {
            problems.add(new FieldProblem("email", "taken", "Somebody signs in with this address already"));
        }
        if (wanted.roles().isEmpty()) {
            problems.add(new FieldProblem("roles", "required", "Choose at least one role"));
        }
        if (wanted.clinicalLead() && (!wanted.roles().contains(Role.THERAPIST) || wanted.practitioner() == null)) {
            problems.add(new FieldProblem("clinicalLead", "clinician", "Only a therapist can be a clinical lead"));
        }
        if (wanted.password() != null) {
            passwordProblem("password", wanted.password()).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new UnacceptableException("invalid", "The account cannot be made like this", problems);
        }
        var now = clock.instant();
        var account = new Account(
                email, name, wanted.roles(), wanted.clinicalLead(), wanted.practitioner(), wanted.clients(), now);
        if (wanted.password() != null) {
            account.setPassword(hash(wanted.password()), now);
        }
        return accounts.saveAndFlush(account).userId();
    }

    String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    static Optional<FieldProblem> passwordProblem(String field, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            return Optional.of(new FieldProblem(
                    field, "too-short", "Use at least " + SHORTEST_PASSWORD + " characters; a few words are fine"));
        }
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES
                ? Optional.of(new FieldProblem(field, "too-long", "Use at most 72 characters"))
                : Optional.empty();
    }
}
