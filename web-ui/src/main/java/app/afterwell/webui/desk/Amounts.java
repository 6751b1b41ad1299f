package app.afterwell.webui.desk;

import app.afterwell.booking.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Writes amounts of money as the reader does. */
final class Amounts {

    private Amounts() {}

    /** Such as €78.00. */
    static String words(Money money, Locale locale) {
        var currency = Currency.getInstance(money.currency());
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(money.minor(), Math.max(0, currency.getDefaultFractionDigits())));
    }
}
