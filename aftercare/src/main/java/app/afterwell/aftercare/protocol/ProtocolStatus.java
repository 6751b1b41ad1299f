package app.afterwell.aftercare.protocol;

/** Where a version of the protocol is on its way. */
public enum ProtocolStatus {
    /** Can be changed; not approved. */
    DRAFT,
    /** New plans are made by it. */
    IN_FORCE,
    /** Was in force; older plans pin it. */
    RETIRED,
    /** A draft that nobody wants any more. */
    DISCARDED
}
