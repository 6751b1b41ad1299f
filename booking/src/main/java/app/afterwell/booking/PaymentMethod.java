package app.afterwell.booking;

/** How a visit was paid for. */
public enum PaymentMethod {
    CASH,
    /** By card or transfer, on a device or an account outside of this system. */
    CARD,
    /** Not yet: it is owed. */
    OPEN
}
