package app.afterwell.domain;

/** What somebody who signs in may do; see the table of roles in the product's design. */
public enum Role {
    DESK,
    THERAPIST,
    CLIENT,
    OWNER
}
