package app.afterwell.intake;

import app.afterwell.domain.FieldProblem;
import app.afterwell.domain.UnacceptableException;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A client's contact data after it was checked: blank is null, a phone number is E.164. */
record ContactData(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable LocalDate birthDate,
        ZoneId zone,
        Locale language) {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;

    /**
     * Checks what was typed.
     *
     * @throws UnacceptableException naming every field that cannot be so
     */
    static ContactData of(ClientDetails typed, LocalDate today) {
        List<FieldProblem> problems = new ArrayList<>();
        var name = typed.name().strip().replaceAll("\\s+", " ");
        if (name.isEmpty()) {
            problems.add(new FieldProblem("name", "required", "Type the client's name"));
        } else if (name.length() > LONGEST_NAME) {
            problems.add(new FieldProblem("name", "too-long", "Use at most " + LONGEST_NAME + " characters"));
        }
        var email = blankToNull(typed.email());
        if (email != null && (!EMAIL.matcher(email).matches() || email.length() > LONGEST_EMAIL)) {
            problems.add(new FieldProblem("email", "email", "Type an address such as name@example.com"));
        }
        var phone = blankToNull(typed.phone());
        var number = phone == null ? null : e164(phone, typed.country());
        if (phone != null && number == null) {
            problems.add(new FieldProblem(
                    "phone",
                    "phone",
                    "This is no phone number there: check the digits, or begin with + and the country"));
        }
        var born = typed.birthDate();
        if (born != null && (born.isAfter(today) || born.isBefore(EARLIEST_BIRTH))) {
            problems.add(new FieldProblem("birthDate", "date", "Nobody alive was born that day"));
        }
        if (!problems.isEmpty()) {
            throw new UnacceptableException("invalid", "Some of the client's data cannot be so", problems);
        }
        return new ContactData(name, email, number, born, typed.zone(), typed.language());
    }

    /** The number as the whole world dials it; null if it is none. */
    static @Nullable String e164(String typed, @Nullable String country) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(typed, country);
            return numbers.isValidNumber(number) ? numbers.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
