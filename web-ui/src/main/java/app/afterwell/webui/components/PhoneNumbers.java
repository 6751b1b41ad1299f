package app.afterwell.webui.components;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** Phone numbers as people read and dial them. */
public final class PhoneNumbers {

    private PhoneNumbers() {}

    /**
     * Without the country's own code at home, with it abroad; what is no number stays as it is.
     *
     * @param country of the one who reads, ISO 3166-1 alpha-2
     */
    public static String read(String number, String country) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var parsed = numbers.parse(number, country);
            boolean home = parsed.getCountryCode() == numbers.getCountryCodeForRegion(country);
            return numbers.format(parsed, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return number;
        }
    }
}
