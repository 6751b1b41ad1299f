package app.afterwell.booking;

/**
 * An amount of money.
 *
 * @param minor in the currency's smallest unit, such as cents
 * @param currency ISO 4217, such as {@code EUR}
 */
public record Money(long minor, String currency) {}
