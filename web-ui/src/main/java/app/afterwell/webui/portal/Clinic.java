package app.afterwell.webui.portal;

import app.afterwell.webui.components.PhoneNumbers;

/**
 * The location that a client turns to.
 *
 * @param phone in E.164
 * @param country ISO 3166-1 alpha-2
 */
record Clinic(String name, String phone, String country) {

    /** The phone number as people read it there. */
    public String phoneText() {
        return PhoneNumbers.read(phone, country);
    }
}
