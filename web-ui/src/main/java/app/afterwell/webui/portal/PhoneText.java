package app.afterwell.webui.portal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** Phone numbers as people in a country read them. */
final class PhoneText {

    private PhoneText() {}

    /** Without the country's own code at home, with it abroad; what is no number stays as it is. */
    static String of(String number, String country) {
        var util = PhoneNumberUtil.getInstance();
        try {
            var parsed = util.parse(number, country);
            boolean home = parsed.getCountryCode() == util.getCountryCodeForRegion(country);
            return util.format(parsed, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return number;
        }
    }
}
